"""The frame of every page: menu, sign-in, language, look and database."""
