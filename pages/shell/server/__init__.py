"""The server under every page: what it accepts before a page is asked."""
