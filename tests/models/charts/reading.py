"""The rows and the words of a chart that is drawn in layers."""


def rows(chart):
    """The rows that its layers share."""
    spec = chart.to_dict()
    return spec["datasets"][spec["data"]["name"]]


def column(chart, name):
    """A column of whichever rows of the chart have it."""
    tables = chart.to_dict()["datasets"].values()
    return [row[name] for table in tables for row in table if name in row]
