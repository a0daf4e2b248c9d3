from models.settings import settings


def test_a_single_machine_has_an_embedded_database_and_speaks_danish():
    chosen = settings({})
    assert (chosen.database_url, chosen.language) == ("sqlite:///var/pejling.db", "da")


def test_nobody_can_sign_in_before_a_provider_is_configured():
    assert settings({}).local


def test_a_provider_ends_local_mode():
    chosen = settings({"PEJLING_OIDC_CLIENT_ID": "pejling", "PEJLING_OIDC_CLIENT_SECRET": ""})
    assert not chosen.local
    assert chosen.oidc == {"client_id": "pejling"}


def test_an_installation_chooses_its_database_and_language():
    chosen = settings(
        {"PEJLING_DATABASE_URL": "postgresql://here/pejling", "PEJLING_LANGUAGE": "sv"}
    )
    assert (chosen.database_url, chosen.language) == ("postgresql://here/pejling", "sv")


def test_an_empty_choice_is_no_choice():
    assert settings({"PEJLING_DATABASE_URL": "", "PEJLING_LANGUAGE": ""}) == settings({})


def test_the_environment_is_asked_when_nothing_else_is_given(monkeypatch):
    monkeypatch.setenv("PEJLING_LANGUAGE", "en")
    assert settings().language == "en"


def test_the_key_to_local_mode_may_be_chosen():
    assert settings({"PEJLING_LOCAL_KEY": "k" * 40}).local_key == "k" * 40
