"""Ideas, and the only room that knows scikit-learn."""
