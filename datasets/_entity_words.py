"""The words and templates that `entities` makes sentences of.

A template is a line of words and slots. `E1`, `E2` are names of the first and second kind that a sentence speaks of; `ROLE1` and
`ROLES1` nouns that say which kind it is, `DOES1` a verb phrase only that kind goes with, `WHO1` its relative pronoun, `SHE1` its
pronoun. `OTHER` is a noun of any kind, `F` and `I` a filler after a noun and between commas, `T` a time, `PLACE` a place (no
entity here), `NUMBER` a number that is no time. Training, validation and hidden sentences share the words, not the templates.
"""

KINDS = ("PER", "COM", "THING")  # a thing (a ship, a novel, a river) has a name, and is no entity

ROLES = {
    "PER": "engineer teacher pilot poet nurse lawyer painter farmer".split(),
    "COM": "supplier bank airline retailer insurer brewery publisher carmaker".split(),
    "THING": "ship novel river village song film bridge lake".split(),
}
PLURALS = {"brewery": "breweries"}

DOES = {
    "PER": ["was born in the countryside", "has two daughters", "learned to swim at fifty", "broke an arm", "married a cousin",
            "forgot the umbrella again"],
    "COM": ["went bankrupt", "issued new shares", "is listed in Frankfurt", "cut a thousand jobs", "recalled its toasters",
            "hired a new chairman"],
    "THING": ["flooded the meadow", "sank in a storm", "was filmed in black and white", "freezes every winter", "can be seen at night",
              "lasted four hours"],
}
WHO = {"PER": ["who"], "COM": ["which"], "THING": ["which"]}
SHE = {"PER": ["she", "he"], "COM": ["it"], "THING": ["it"]}

FIRST = """Anna Ben Clara David Elena Felix Greta Hugo Irene Jonas Karin Leo Maria Nils Olga Paul Rosa Simon Tessa Viktor Wanda Yusuf
Amira Boris Chloe Dmitri Edith Fatima Goran Hilda Ivan Julia Kofi Lena Marek Nadia Oscar Priya Rahul Sofia Tomas Vera""".split()
BUSINESS = "Holdings Foods Labs Partners Group Motors Energy Systems Brothers Logistics Media Textiles".split()
DOUBLE = """May June April August March Monday Friday Summer Jordan Ford Chase Apple Amazon Orange Shell Austin Hudson Mercedes
Virginia Florence Phoenix Morgan Douglas Lincoln""".split()  # each of them names people, firms and things, and some of them times

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SEASONS = "spring summer autumn winter".split()
SPAN = "days weeks months years".split()
SMALL = "two three four five six seven eight nine ten twelve".split()

A = ["the", "the", "the old", "one", "a", "another", "this", "the best", "the first", "the only", "their"]  # the slot THE
CALLED = ["was called", "is called", "is known as", "was named", "was"]

# Where the word that decides stands: just beside the name, before it and far away, after it and far away, or one for each of two names.
FRAMES = {
    "train": {
        "near": ["THE ROLE1 E1 was seen F", "we wrote to THE ROLE1 E1 again", "E1 , WHO1 DOES1 , was in the news",
                 "THE ROLE1 E1 was on the radio I", "THE ROLE1 named E1 DOES1", "in PLACE E1 DOES1",
                 "THE ROLE1 they saw in PLACE was E1", "E1 DOES1", "NUMBER people in PLACE liked E1 until SHE1 DOES1"],
        "before": ["THE ROLE1 F CALLED E1", "asked which ROLE1 F had won , the council named E1",
                   "of all ROLES1 F the best known is E1", "no ROLE1 F is loved as much as E1",
                   "when they looked for THE ROLE1 F somebody suggested E1", "the name of THE ROLE1 F was , I , E1",
                   "the ROLES1 F were E1 , E1 and E1", "the prize for THE ROLE1 F went to E1",
                   "the letter about THE ROLE1 F began with the word E1", "our favourite ROLE1 F is still E1",
                   "they compared every ROLE1 F with E1 and E1", "when we spoke of THE ROLE1 F we meant E1",
                   "THE ROLE1 F , they say , CALLED E1", "if THE ROLE1 F is not E1 , it is E1", "among the ROLES1 F they knew only E1"],
        "after": ["E1 , I , DOES1", "E1 , I , is THE ROLE1 F", "with E1 in mind , I , we asked for THE ROLE1",
                  "everybody spoke of E1 , THE ROLE1 F", "E1 and E1 , I , are ROLES1 F", "it was E1 , I , that became THE ROLE1 F",
                  "E1 is , I , THE ROLE1 that DOES1", "people remember E1 , for few ROLES1 F were better", "even E1 , I , DOES1",
                  "to call E1 , I , THE ROLE1 is fair", "as to E1 , I , SHE1 DOES1", "we like E1 more than any ROLE1 F",
                  "we knew that E1 , I , DOES1", "E1 was not , I , THE ROLE1 F", "E1 , E1 and E1 were , I , our ROLES1"],
        "two": ["THE ROLE1 and THE ROLE2 F are called E1 and E2", "E1 and E2 , I , are the names of THE ROLE1 and THE ROLE2",
                "for THE ROLE1 they chose E1 and , I , for THE ROLE2 E2", "E1 , I , DOES1 and E2 DOES2",
                "THE ROLE1 and THE ROLE2 F were on the list , E1 and E2", "E1 and E2 are , I , THE ROLE1 and THE ROLE2",
                "THE ROLE1 F CALLED E1 and THE ROLE2 E2", "while E1 DOES1 , I , E2 DOES2",
                "both THE ROLE1 and THE ROLE2 have a name , E1 and E2"],
    },
    "validation": {
        "near": ["THE ROLE1 E1 was mentioned I", "we saw that THE ROLE1 E1 DOES1", "E1 DOES1 without the OTHER"],
        "before": ["THE ROLE1 F , I , CALLED E1", "which ROLE1 F was best ? the council named E1", "for THE ROLE1 F they suggested E1",
                   "if they spoke of THE ROLE1 F , they meant E1 or E1", "the ROLES1 F that we knew were E1 and E1"],
        "after": ["E1 , I , DOES1 I", "E1 was , I , THE ROLE1 F", "we asked for E1 , I , THE ROLE1 F", "E1 or E1 , I , is THE ROLE1"],
        "two": ["they called THE ROLE1 and THE ROLE2 F E1 and E2", "we say E1 and E2 , I , to THE ROLE1 and THE ROLE2",
                "as E1 DOES1 , I , so E2 DOES2"],
    },
    "hidden": {
        "near": ["they saw THE ROLE1 E1 in PLACE", "somebody wrote about THE ROLE1 E1", "E1 , WHO1 DOES1 , was on the radio",
                 "until E1 DOES1 we knew nothing"],
        "before": ["THE ROLE1 F , as you know , CALLED E1", "asked for THE ROLE1 F , somebody in PLACE began with E1 and E1",
                   "every ROLE1 F is compared with E1", "the ROLES1 F that people remember are E1 and E1",
                   "for THE ROLE1 F , I , they chose E1"],
        "after": ["E1 became , I , THE ROLE1 F", "it is fair to say that E1 , I , DOES1", "somebody suggested E1 , still THE ROLE1 F",
                  "not E1 but E1 , I , is THE ROLE1", "few people know that E1 , I , DOES1"],
        "two": ["we spoke of THE ROLE1 and THE ROLE2 F , E1 and E2", "they know E1 and E2 , I , THE ROLE1 and THE ROLE2",
                "when THE ROLE1 F CALLED E1 , THE ROLE2 CALLED E2", "somebody wrote that E1 DOES1 , I , and that E2 DOES2"],
    },
}

OPENINGS = {  # before a frame that begins with a name or with the noun
    "train": ["we heard that", "nobody knew that", "they say that", "it is true that", "the radio said that", "by the way ,",
              "in PLACE they think that", "to be honest ,", "the OTHER told us that", "as you know ,", "we are sure that", "today",
              "I think"],
    "validation": ["people say that", "the radio told us that", "today we know that", "after all ,"],
    "hidden": ["everybody knows that", "it is said that", "the OTHER said that", "you heard that", "in fact ,"],
}
AFTER_A_NOUN = {
    "train": ["chosen by the OTHER", "described by the OTHER in the long letter", "near the OTHER in PLACE", "the OTHER had praised",
              "the OTHER had praised T", "next to the OTHER", "that nobody but the OTHER knew", "in the story about the OTHER",
              "behind the OTHER", "the OTHER talks about", "that the OTHER had seen", "without the OTHER",
              "between the OTHER and the OTHER", "mentioned by the OTHER", "from the north of PLACE", "mentioned twice in the report",
              "listed on page NUM", "known in the country"],
    "validation": ["the OTHER had read about", "behind the OTHER in PLACE", "described by the OTHER", "seen without the OTHER",
                   "listed in the report T"],
    "hidden": ["that the OTHER talks about", "praised by the OTHER T", "the OTHER of PLACE had chosen",
               "mentioned in the story about the OTHER", "seen near the OTHER in PLACE", "known to the OTHER and the OTHER",
               "mentioned on page NUM of the report"],
}
BETWEEN_COMMAS = {
    "train": ["as the OTHER said T", "so the OTHER behind the counter told us", "in the words of the old OTHER",
              "as we read about the OTHER", "to the surprise of the OTHER", "after a long walk by the OTHER", "if the OTHER is right",
              "with or without the OTHER", "like the OTHER and the OTHER", "unlike the OTHER in PLACE",
              "according to two letters about the OTHER", "according to NUMBER letters found T", "despite the rain in PLACE",
              "as far as anybody knows"],
    "validation": ["so the letters about the OTHER say", "as the OTHER told us T", "unlike the OTHER or the OTHER",
                   "despite the rain by the OTHER", "if many others are right"],
    "hidden": ["as the OTHER in PLACE said", "according to the OTHER", "so NUMBER letters about the OTHER say",
               "to the surprise of many T", "despite the long walk with the OTHER", "if the OTHER or the OTHER is right"],
}
TIMES = ["in YEAR", "on DAY", "last DAY", "in MONTH", "on DATE MONTH", "in MONTH YEAR", "SMALL SPAN ago", "in the SEASON of YEAR",
         "last SEASON", "on DATE MONTH YEAR", "this DAY", "at SMALL o'clock", "before MONTH"]
COUNTS = ["NUM", "about NUM", "YEAR", "SMALL"]
