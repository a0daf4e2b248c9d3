"""What the system knows: the steering model of promises, ideas and results; no screen attached.

"Model" here means the nouns and rules of steering a region. It does not mean a database table (those
are called ...Row and live in `models.storage`) nor something fitted by scikit-learn (`models.ideas`).
"""
