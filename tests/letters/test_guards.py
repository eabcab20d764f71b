"""What makes a job word harmless, and what does not."""

from __future__ import annotations

import pytest

from notesync.letters.lint import lint

HARMLESS = [
    "Ich suche keine Stelle, sondern Antworten.",
    "Ich suche bei Ihnen keinen Job.",
    "Einen Lebenslauf hänge ich bewusst nicht an.",
    "Ich frage nicht, weil ich mich bei Ihnen bewerben möchte.",
    "Bevor ich mich bei Ihnen bewerbe, möchte ich den Alltag verstehen.",
    "Wie sind Sie zu Ihrer Stelle gekommen?",
    "Was würden Sie an meiner Stelle tun?",
    "Sie haben eine klare Position zu dieser Frage.",
    "Worauf achten Sie, wenn Sie jemanden einstellen?",
    "Ich habe gesehen, dass Sie offene Stellen haben; darum geht es mir aber nicht.",
    "In Ihrem Podcast sagten Sie: “Schicken Sie mir Ihren Lebenslauf.” Warum?",
    "Dass ihr gerade niemanden einstellt, macht es mir leichter, einfach zu fragen.",
    "Ich bewerbe mich nächstes Jahr vielleicht; vorher wüsste ich gern, wie der Alltag ist.",
    "Worauf achten Sie, wenn sich jemand wie ich bei Ihnen bewirbt?",
    "Ich habe gekündigt und brauche gerade deinen Rat: Wie hast du damals entschieden?",
    "I'm not looking for a job at your company.",
    "I got laid off and I'm taking stock. What would you look at first if you were me?",
    "When I apply next year I'd like to know what counts. How do you see it?",
    "I'd rather not apply to you now.",
    "Rather than a job, I'm after your view of the field.",
    "How did you get your job at the museum?",
    "In your position, what would you do first?",
    "The application of your method interests me.",
    "I resumed my studies last year.",
    "I saw your vacancies, but that's not why I'm writing.",
    "You take a clear position on part-time work.",
    "How do your hiring panels work?",
]
PLAIN = [
    "Ich suche eine Stelle und bin ab sofort verfügbar.",
    "Das ist keine Bewerbung, aber haben Sie eine freie Stelle?",
    "Könnten Sie mich nicht gebrauchen?",
    "Wissen Sie, ob Sie zurzeit jemanden einstellen?",
    "Mein Lebenslauf hängt an.",
    "Leg doch bitte ein gutes Wort für mich ein.",
    "I'm looking for a position and am available immediately.",
    "This isn't an application, but do you have any openings?",
    "Couldn't you take me on?",
    "My CV is attached.",
    "Could you put in a good word for me?",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_job_word_that_asks_for_no_job_is_no_plea(text: str) -> None:
    assert lint(text).verdict != "plea"


@pytest.mark.parametrize("text", PLAIN)
def test_a_guard_excuses_no_plea_beside_it(text: str) -> None:
    assert lint(text).verdict == "plea"
