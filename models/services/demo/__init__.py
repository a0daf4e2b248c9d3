"""An invented region with a truth that is known, made through the services like any real one."""
