"""What the auditor of a release has tried, in sentences.

A release keeps the auditor's word as `survey.release.pattern_audit` wrote it, in English and for
machines; here it is read and said in the reader's language.
"""

import re

from models.wording import Words

_SPAN = r"\d+(?: to \d+)?"
_RECORD = re.compile(
    rf"theorem 1, (?P<measures>\d+) measures, each alone: means k=(?P<k>\d+), (?P<means>{_SPAN}) "
    rf"units, 0 breaches; shares k=(?P<share_k>\d+), (?P<shares>{_SPAN}) units, 0 breaches; index "
    rf"only beside every dimension; statements (?P<statements>{_SPAN}) units, nobody who came or "
    rf"left followed; (?P<extras>\d+) other questions k=\d+, each alone, 0 breaches; theorem 2, "
    rf"\d+ measures, each alone: (?P<cells>{_SPAN}) crossing cells k=\d+, 0 breaches"
)


def audit_sentences(record: str, words: Words) -> tuple[str, ...]:
    """Return what was tried, one sentence each; the outcome alone where the record has other parts.

    record: the auditor's word as a release keeps it.
    """
    parts = _RECORD.fullmatch(record)
    if parts is None:
        return (words.say("Revisoren fandt ingen gruppe, der er for lille."),)
    tried = {name: text.replace(" to ", "–") for name, text in parts.groupdict().items()}
    k, share_k = tried["k"], tried["share_k"]
    return (
        words.say("Gennemsnit: {n} slags, hver for sig. Enheder med tal pr. slags: {units}. "
                  "Revisoren fandt ingen gruppe under {k}.",
                  n=tried["measures"], units=tried["means"], k=k),
        words.say("Andele. Enheder med tal: {units}. Revisoren fandt ingen gruppe under {k}.",
                  units=tried["shares"], k=share_k),
        words.say("Andre spørgsmål: {n}, hvert for sig. Revisoren fandt ingen gruppe under {k}.",
                  n=tried["extras"], k=share_k),
        words.say("Faggrupper på hospitalerne. Antal tal: {cells}. Revisoren fandt ingen gruppe "
                  "under {k}.", cells=tried["cells"], k=k),
        words.say("Udsagn. Enheder med tal: {units}. Ingen, der er kommet eller gået siden sidst, "
                  "kan følges.", units=tried["statements"]),
        words.say("Det samlede indeks står kun, hvor alle emnerne også står."),
    )  # fmt: skip
