import pytest

from models.charts.palette import palette
from models.charts.promises.signs import Sign


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(colour, other):
    low, high = sorted((luminance(colour), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("sign", Sign)
def test_shapes_have_three_to_one_and_words_four_and_a_half_to_one(mode, sign):
    ink = palette(mode)
    assert contrast(ink.fill[sign], ink.background) >= 3
    assert contrast(ink.text[sign], ink.background) >= 4.5
    assert contrast(ink.text[sign], ink.tint[sign]) >= 4.5
