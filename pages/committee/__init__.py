"""Pages for the political committees."""
