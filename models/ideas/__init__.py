"""Ideas and their themes, and the only use of scikit-learn."""
