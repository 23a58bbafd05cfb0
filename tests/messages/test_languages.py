import pytest

from procmap.messages import LANGUAGES, language_of, language_of_environment


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("nb", "nb"), ("nb-NO", "nb"), ("nb_NO.UTF-8", "nb"), ("no", "nb"), ("no_NO", "nb"), ("nn_NO@euro", "nn"),
        ("NN", "nn"), (" sv ", "sv"), ("sv_SE.ISO8859-1", "sv"), ("en_GB.UTF-8", "en"),
        ("da_DK.UTF-8", None), ("C", None), ("", None), ("norsk", None), ("svenska", None),
    ],
)  # fmt: skip
def test_a_tag_has_its_language(tag, language):
    assert language_of(tag) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "nb_NO.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "nb_NO.UTF-8", "LC_ALL": ""}, "nb"),
        ({"LANG": "nb_NO.UTF-8", "LC_MESSAGES": "sv_SE.UTF-8"}, "sv"),
        ({"LC_MESSAGES": "sv_SE.UTF-8", "LC_ALL": "nn_NO.UTF-8"}, "nn"),
        ({"LANG": "da_DK.UTF-8"}, "en"),
        ({"LANG": "da_DK.UTF-8", "LANGUAGE": "da:nn:nb"}, "nn"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "nn"}, "en"),
        ({"LANG": "C", "PROCMAP_LANG": "sv"}, "sv"),
        ({"LANG": "nn_NO", "PROCMAP_LANG": "nothing"}, "nn"),
    ],
)
def test_the_environment_asks_for_a_language(environment, language):
    assert language_of_environment(environment) == language


def test_english_comes_first():
    assert LANGUAGES[0] == "en"
