"""The web server under every page: which connections and requests it accepts."""
