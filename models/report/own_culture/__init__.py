"""A unit's own culture result in words, and its dialogue sheet."""
