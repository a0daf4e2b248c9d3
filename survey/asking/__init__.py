"""What is asked, of whom, and what comes back: instrument, units, wave, response, comment."""
