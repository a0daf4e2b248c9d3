"""What owners enter about their promises, and what others decide about it."""
