"""How figures are calculated, in sentences for the drawer "Sådan er det regnet".

The names of methods stand here and nowhere else: who reads a page has no need of them.
"""

from models.wording import N_

HEADING = N_("Sådan er det regnet")
# Beside arrows on the map and between surveys.
ARROWS = N_(
    "Pilene er prøvet samlet efter Benjamini og Hochberg: højst 5 % af dem forventes at skyldes "
    "tilfældigheder."
)
SHARE_INTERVAL = N_(
    "Intervallet om en andel er Wilsons, rettet for, at en stor del af de ansatte har svaret."
)
MARK = N_(
    "Kendemærket er regnet ud af tallene selv (SHA-256). Er det uændret, er tallene det også."
)
MARK_OF_DATA = N_("Kendemærke, regnet ud af de indlejrede data (SHA-256)")
CHANGE = N_(
    "Variansen er (1 − f) · s² / n + f · (1 − w) · s² / n + 1/12 for hver undersøgelse: n har "
    "svaret, f er deres andel af de ansatte, s er spredningen mellem folk i samme enhed, regnet "
    "for hele regionen, og w er pålideligheden: den del af spredningen, der består fra gang til "
    "gang."
)
TOPIC = N_(
    "Hver person tæller med gennemsnittet af sine svar på udsagnene i et emne, når mindst "
    "halvdelen er besvaret. Intervallet er gennemsnittet ± 1,645 · √((1 − n/N) · s² / n + 1/12): "
    "n har svaret, N er alle i enheden, og s er, hvor langt kolleger i samme enhed typisk ligger "
    "fra hinanden, regnet for hele regionen."
)
