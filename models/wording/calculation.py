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
CRITERION_INTERVAL = N_(
    "Intervallet om en målt andel er Wilsons med 95 % sikkerhed. Er det oplyst, hvor mange der "
    "kunne svare, er det rettet for, hvor stor en del der gjorde."
)
FORECAST = N_(
    "Udsigten er linjen med medianen af alle hældninger mellem to målinger (Theil og Sen), "
    "forlænget til fristen. Intervallet er ŷ ± t · s · √(1 + 1/n + (x − x̄)² / Σ(xᵢ − x̄)²) med "
    "n − 2 frihedsgrader: s er målingernes afstand fra linjen, x er år, og n er antallet af "
    "målinger."
)
PLACE = N_("Ordene står i linje {line} i den tekst, som ”{title}” er læst fra.")
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
ALPHA, OMEGA = N_("Alfa"), N_("Omega")
BETWEEN_UNITS, UNIT_MEANS = N_("ICC(1)"), N_("ICC(2), midterste enhed")
AGREEMENT = N_("Enighed i enheden, r_wg(j)")
RELIABILITY_TABLE = N_("Pålidelighed, emne for emne; 95 % interval under tallet")
RELIABILITY = (
    N_(
        "Alfa og omega siger, om spørgsmålene i et emne hænger sammen. Fra 0,70 er det godt nok "
        "til grupper. De regnes kun ud fra 100 svar. Indeksets alfa er regnet af emnernes "
        "(stratificeret alfa)."
    ),
    N_(
        "ICC(1) er den del af forskellen mellem mennesker, der følger enheden. ICC(2) er, hvor "
        "pålideligt en enheds gennemsnit er ved den midterste enheds antal svar."
    ),
    N_(
        "Enheder må sammenlignes (sorteres og farves), når ICC(1) er mindst 0,05 og ikke kan være "
        "tilfældig, og ICC(2) er mindst 0,70. Ellers vises tallene uden orden."
    ),
    N_(
        "r_wg(j) er, hvor enige folk i samme enhed er, 0 til 1. Høj enighed alene viser ikke, at "
        "enheder er forskellige."
    ),
)
WEAK_QUESTION = N_("”{question}” hænger svagt sammen med resten af sit emne: r = {r}.")
