"""What Streamlit shows of markdown, as plain text; what is more than text becomes a sign.

It reads CommonMark with tables and struck text, and afterwards turns some texts into pictures,
arrows and links, whether or not their signs were escaped; but none across an empty `:small[]`.
"""

import re

from markdown_it import MarkdownIt

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CUT, LOST = "\ue000", "\ue001"
LATER = re.compile(
    r":material_\w+:|:streamlit:|:[\w+-]+:|(?:^|(?<=\s))(?:<->|->|<-|--|>=|<=|~=)(?=\s|$)"
    r"|(?:https?://|www(?=\.))[-.\w]+|[-.\w+]+@[-\w]+\.[-\w]+",
    re.IGNORECASE,
)
ENDS = {"softbreak", "hardbreak", "paragraph_close", "list_item_close", "td_close", "th_close"}
START = re.compile(r"^\d*(?=[-+*#>]|[.)]\s)")
DIRECTIVE = re.compile(r"(?<!\\):(?!small\[|gray\[)[a-z][\w-]*[\[{]|(?<!\\)\$")


def rendered(markdown, *, label=False):
    """The text that is seen, its blanks made one; LOST where a text became something else.

    label: whether it is a label, at whose start Streamlit lets no list or heading begin.
    """
    markdown = START.sub(r"\g<0>\\", markdown) if label else markdown
    source = markdown.replace(":material/", ":material_").replace(":small[]", CUT)
    return " ".join("".join(pieces(PARSER.parse(DIRECTIVE.sub(LOST, source)))).split())


def pieces(tokens):
    for token in tokens:
        if token.type == "inline":
            yield from pieces(token.children)
        elif token.type == "text":
            yield from (LATER.sub(LOST, text) for text in token.content.split(CUT))
        elif token.type in ENDS:
            yield " "
        elif token.content or token.type in {"link_open", "hr"}:
            yield LOST
