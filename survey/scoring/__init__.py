"""From answers to points, scores, an index and a level of maturity."""
