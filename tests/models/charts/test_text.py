from models.charts.text import text_lines, text_width


def test_a_text_is_in_as_few_lines_as_can_be_and_all_about_as_long():
    text = "Medarbejderne oplever, at ledelsen efterspørger og anerkender forslag"
    room = text_width(text) * 0.9
    first, second = text_lines(text, room)
    assert f"{first} {second}" == text
    assert text_width(second) > 0.3 * room


def test_a_word_wider_than_the_room_is_broken_and_nothing_is_left_out():
    word = "videreuddannelsesforberedelse"
    lines = text_lines(word, 60)
    assert "".join(line.removesuffix("-") for line in lines) == word
    assert max(text_width(line) for line in lines) <= 60


def test_even_a_room_for_nothing_has_an_end():
    assert text_lines("ab", 1) == ("a-", "b")


def test_a_blank_text_has_no_lines():
    assert text_lines("", 100) == ()


def test_bold_and_large_letters_take_more_room():
    assert text_width("Tillid") < text_width("Tillid", bold=True) < text_width("Tillid", size=17)
