"""Published culture results as the pages ask for them, and what units agree to do."""
