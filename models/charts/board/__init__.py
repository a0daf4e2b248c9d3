"""The scoreboard's pictures as data: matrix, worst promises, changes, choices and small lines."""
