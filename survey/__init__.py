"""What we ask, and what an answer is worth: plain Python and pandas, nothing of ours below it."""
