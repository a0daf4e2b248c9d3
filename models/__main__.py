"""`python -m models` is the same as `pejling`."""

import sys

from models.cli.program import main

sys.exit(main())
