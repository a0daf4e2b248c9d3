"""What reminds owners of values that are due: a mail, and a file for their calendar."""
