# ---
# about: puts links to a file outside where the grader might write its results
# base: wrong
# ---
import os

for place in (".", "..", "@OUT@", "@OUT@/results", "@OUT@/feedback", "/tmp"):
    for name in ("links_results_to_a_victim.json", "links_results_to_a_victim.html", "grades.csv", "results.pkl", ".links_results_to_a_victim.json.new"):
        try:
            os.makedirs(place, exist_ok=True)
            os.symlink("@VICTIM@", os.path.join(place, name))
        except OSError:
            pass
