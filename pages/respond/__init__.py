"""The respondents' pages: plain HTML that works without JavaScript."""
