"""The answers and comments of respondents, under random keys; few services may read them."""
