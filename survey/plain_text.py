"""Text as it is stored: composed letters, no invisible signs, one kind of space."""

import re
import unicodedata

# Signs without a picture: control signs, soft hyphen, zero-width and direction signs, fillers.
INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000e0000-\U000e0fff]"
)
SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# A joiner or a variant sign inside a picture: without it one picture becomes two others.
PICTURE = re.compile("(?<=[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f])[\u200d\ufe0f]")
SPARED = {"\u200d": "\ue000", "\ufe0f": "\ue001"}
BACK = {ord(stand_in): sign for sign, stand_in in SPARED.items()}


def plain(text: str) -> str:
    """Return the text in NFC, without invisible signs, every space a plain one.

    Lines end by a line feed. Pictures stay whole, also when they are joined of several signs.
    Blanks at the ends stay.
    """
    if text.isascii() and text.isprintable():
        return text
    text = LINE_ENDS.sub("\n", text)
    if PICTURE.search(text):
        text = PICTURE.sub(lambda sign: SPARED[sign[0]], text)
        text = INVISIBLE.sub("", text).translate(BACK)
    else:
        text = INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", SPACES.sub(" ", text))


# Letters of other scripts that look like Latin ones, in the order of the letters they look like.
TWINS = str.maketrans(
    "\u0430\u0432\u0441\u0501\u0435\u04bb\u0456\u0458\u043a\u043c\u0578\u043e\u0440\u051b\u0455"
    "\u0442\u0445\u0443\u03b1\u03b2\u03b5\u03b7\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7",
    "abcdehijkmnopqstxyabenikvoptux",
)


def look(text: str) -> str:
    """Return what two texts share that a reader cannot tell apart: case, width, spaces, twins."""
    folded = unicodedata.normalize("NFKC", plain(text)).casefold().translate(TWINS)
    return "".join(folded.split())
