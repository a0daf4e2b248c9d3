"""What a wave was made with: its units and its questionnaire."""
