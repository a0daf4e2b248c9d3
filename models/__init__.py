"""What the system knows: the steering model of promises, ideas and results; no screen attached.

"Model" here means the nouns and rules of steering a region. It does not mean a table of the
database (those end in Row and live in `models.storage`), nor something fitted by scikit-learn (that
lives in `models.ideas`).
"""
