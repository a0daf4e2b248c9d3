import pytest

from models.charts.palette import palette, properties
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


@pytest.mark.parametrize(("mode", "towards"), [("light", -1), ("dark", 1)])
def test_the_levels_run_away_from_the_background_and_words_on_each_can_be_read(mode, towards):
    ink = palette(mode)
    away = [towards * luminance(colour) for colour in (ink.background, *ink.level)]
    assert away == sorted(away)
    for level, word in zip(ink.level, ink.on_level, strict=True):
        assert contrast(level, word) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_words_on_a_change_can_be_read(mode):
    ink = palette(mode)
    assert min(contrast(ink.forth, ink.ink), contrast(ink.back, ink.ink)) >= 4.5


def test_the_palette_of_the_page_refers_to_the_colours_by_their_names():
    names = {f"var(--pj-{name})" for name in properties(palette("light"))}
    assert set(properties(palette("page")).values()) == names
    assert palette("page").fill["on_track"] == "var(--pj-fill-on-track)"
