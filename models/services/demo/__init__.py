"""An invented region with a truth that is known, made through the services like any real one."""

from models.services.demo.region import NotEmpty, Size, invented, make_region

__all__ = ["NotEmpty", "Size", "invented", "make_region"]
