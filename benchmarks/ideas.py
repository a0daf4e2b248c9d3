"""Seconds to group ideas: `python -m benchmarks.ideas` from the root of the project.

The ideas are the demo's own sentences, dealt out anew: enough for time and memory, worthless for
judging how good the themes are.
"""

import random
import resource
import time
from datetime import date

import yaml

from models.ideas.idea import Idea
from models.ideas.language import language_of, tokens
from models.ideas.themes import group
from models.services.demo.region import IDEAS

WORDS_AN_IDEA = 30


def some_ideas(count: int) -> list[Idea]:
    made_up = yaml.safe_load(IDEAS.read_text(encoding="utf-8"))["ideas"]
    words = [word for idea in made_up for word in tokens(idea["text"])]
    chance = random.Random(1)
    texts = [" ".join(chance.choices(words, k=WORDS_AN_IDEA)) for _ in range(count)]
    return [
        Idea(f"{n:06}", "", text, language_of(text), None, None, date(2026, 1, 1))
        for n, text in enumerate(texts)
    ]


if __name__ == "__main__":
    for count in (100, 1_000, 10_000):
        ideas = some_ideas(count)
        began = time.perf_counter()
        themes = group(ideas).themes
        took = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{count:>6} ideas  {len(themes):>2} themes  {took:6.1f} s  peak {peak} MB")
