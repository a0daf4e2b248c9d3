"""The rows and the title of a chart that is drawn from one table."""


def rows(chart):
    """The rows of its table."""
    (table,) = chart.to_dict()["datasets"].values()
    return table


def title(chart):
    """Its title on one line."""
    text = chart.to_dict()["title"]["text"]
    return " ".join(text) if isinstance(text, list) else text
