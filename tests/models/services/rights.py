"""The permission that each service with a database, or its address, requires, by its place."""

import inspect
from importlib import import_module
from pkgutil import walk_packages

from models import services
from models.access import Permission
from models.storage import Db

# These ask nobody who it is, for another right opens them, or none is needed.
KEY = "the right is the unit's secret link, or the random key of the respondent's own browser"
PROBE = "a row that says nothing, for who watches over the server"
OPERATOR = "whoever names the database's address operates the installation"
MARK = "every page and every file must say that its figures are invented"
DOORS = {
    "installation.invented": MARK,
    "installation.probe": PROBE,
    "installation.put_probe": PROBE,
    "opening.opened": OPERATOR,
    "unit_link.finish_at": KEY,
    "unit_link.home": KEY,
    "unit_link.ideas_at": KEY,
    "unit_link.rewrite_at": KEY,
    "unit_link.suggest_at": KEY,
    "unit_link.take_back_at": KEY,
    "unit_link.unit_at": KEY,
    "waves.answering.door": KEY,
    "waves.answering.draft": KEY,
    "waves.answering.has_answered": KEY,
    "waves.answering.keep_draft_at": KEY,
    "waves.answering.submit_at": KEY,
    "waves.answering.withdraw": KEY,
}
# Neither do these, but only services call them, after they have asked.
STEPS = {
    "culture.results.all_releases",
    "culture.results.published_cells",
    "idea_stages.leave_lines",
    "period_locks.require_unlocked",
    "promises.basis.bases",
    "promises.basis.basis_of",
    "promises.in_use.strategies_in_use",
    "promises.scoreboard.assess_strategy",
    "promises.status_changes.changes_between",
    "promises.target_in_force.promised_due",
    "promises.target_in_force.targets_in_force",
    "promises.values.add_values",
    "release.staff_before.staff_when_last_published",
    "questionnaires.freeze",
    "questionnaires.of_wave",
    "questionnaires.require_questionnaire",
    "trace.log.verification",
    "updates.due_updates.all_updates",
    "updates.ownership.may_be_one_person",
    "updates.ownership.owners_of",
    "updates.ownership.require_owner",
    "updates.ownership.without_owner",
    "updates.submissions.require_enterable",
    "units.organisation_of",
    "units.wave_organisation",
    "units.wave_units",
    "waves.answering.find_wave",
    "waves.answering.keep_draft",
    "waves.answering.lock_wave",
    "waves.answering.submit",
    "waves.answering.submit_all",
    "waves.comment_intake.keep",
    "waves.comment_publication.is_published",
}
# What each of the others needs.
ASKS = {
    "culture.actions.agree": Permission.AGREE_ACTION,
    "culture.actions.finish": Permission.AGREE_ACTION,
    "culture.actions.newest": Permission.SEE_OWN_CULTURE,
    "culture.actions.share_with_plan": Permission.SEE_CULTURE,
    "culture.change.development": Permission.SEE_CULTURE,
    "culture.levels.levels_below": Permission.SEE_CULTURE,
    "culture.method.culture_method": Permission.SEE_CULTURE,
    "culture.own_unit.view": Permission.SEE_OWN_CULTURE,
    "culture.results.published_csv": Permission.SEE_CULTURE,
    "culture.results.released_waves": Permission.SEE_OWN_CULTURE,
    "culture.view.culture_view": Permission.SEE_CULTURE,
    "demo.agreed_actions.agree_actions": Permission.MAKE_DEMO,
    "demo.comments.keep_comments": Permission.MAKE_DEMO,
    "demo.comments.publish_comments": Permission.MAKE_DEMO,
    "demo.people_in_charge.set_owners": Permission.MAKE_DEMO,
    "demo.region.make_region": Permission.MAKE_DEMO,
    "demo.survey.ask": Permission.MAKE_DEMO,
    "demo.survey.publish": Permission.MAKE_DEMO,
    "demo.updates.enter_and_approve": Permission.MAKE_DEMO,
    "demo.updates.plan_milestone": Permission.MAKE_DEMO,
    "demo.updates.write_updates": Permission.MAKE_DEMO,
    "exports.export_ideas": Permission.IMPORT,
    "exports.export_observations": Permission.IMPORT,
    "exports.export_targets": Permission.IMPORT,
    "exports.export_units": Permission.IMPORT,
    "due.due": Permission.RUN_WAVE,
    "first_steps.first_steps": Permission.SET_TARGET,
    "idea_changes.receipt": Permission.SUGGEST_IDEA,
    "idea_changes.rewrite": Permission.SUGGEST_IDEA,
    "idea_changes.take_back": Permission.SUGGEST_IDEA,
    "ideas.group_ideas": Permission.GROUP_IDEAS,
    "ideas.import_ideas": Permission.IMPORT,
    "ideas.of_units": Permission.SEE_IDEAS,
    "ideas.own_ideas": Permission.SUGGEST_IDEA,
    "ideas.portfolio": Permission.SEE_IDEAS,
    "ideas.suggest": Permission.SUGGEST_IDEA,
    "installation.mark_invented": Permission.MAKE_DEMO,
    "period_locks.all_locks": Permission.SEE_SCOREBOARD,
    "period_locks.lock_period": Permission.LOCK_PERIOD,
    "period_locks.unlock_period": Permission.LOCK_PERIOD,
    "promise_story.promise_story": Permission.SEE_SCOREBOARD,
    "promises.criterion_from_survey.feed": Permission.RELEASE_WAVE,
    "promises.criterion_from_survey.feed_from_earlier": Permission.SET_TARGET,
    "promises.detectable.detectable_change": Permission.SEE_SCOREBOARD,
    "gaps.of_board": Permission.SEE_SCOREBOARD,
    "gaps.gaps": Permission.SEE_SCOREBOARD,
    "promises.observations.import_observations": Permission.IMPORT,
    "promises.observations.of": Permission.SEE_SCOREBOARD,
    "promises.observations.record": Permission.RECORD_OBSERVATION,
    "promises.scoreboard.scoreboard": Permission.SEE_SCOREBOARD,
    "promises.status_changes.status_changes": Permission.SEE_SCOREBOARD,
    "promises.targets.history": Permission.SEE_SCOREBOARD,
    "promises.targets.import_targets": Permission.IMPORT,
    "promises.targets.set_target": Permission.SET_TARGET,
    "questionnaires.all_questionnaires": Permission.RUN_WAVE,
    "questionnaires.export_instrument": Permission.IMPORT,
    "questionnaires.import_instrument": Permission.IMPORT,
    "questionnaires.questionnaire_of": Permission.SEE_OWN_CULTURE,
    "release.publish.erase_answers": Permission.RELEASE_WAVE,
    "release.publish.published_release": Permission.SEE_CULTURE,
    "release.publish.release_wave": Permission.RELEASE_WAVE,
    "release.publish.reliability": Permission.RELEASE_WAVE,
    "reminders.calendar_file.own_calendar": Permission.UPDATE_PROMISE,
    "reminders.calendar_file.whole_calendar": Permission.SET_TARGET,
    "reminders.reminders.claim": Permission.REMIND,
    "reminders.reminders.due_reminders": Permission.REMIND,
    "reminders.reminders.settle": Permission.REMIND,
    "units.import_units": Permission.IMPORT,
    "units.organisation": Permission.SEE_UNITS,
    "trace.log.log": Permission.SEE_TRACE,
    "trace.log.people": Permission.SEE_TRACE,
    "trace.log.verify": Permission.SEE_TRACE,
    "trace.log.history": Permission.SEE_TRACE,
    "updates.due_updates.late_owners": Permission.SET_TARGET,
    "updates.due_updates.own_updates": Permission.UPDATE_PROMISE,
    "updates.explanations.explain": Permission.UPDATE_PROMISE,
    "updates.explanations.explanations": Permission.SEE_SCOREBOARD,
    "updates.milestone_plans.plan": Permission.UPDATE_PROMISE,
    "updates.milestone_plans.plans": Permission.SEE_SCOREBOARD,
    "updates.overrides.approve": Permission.OVERRIDE,
    "updates.overrides.proposals": Permission.SEE_SCOREBOARD,
    "updates.overrides.propose": Permission.OVERRIDE,
    "updates.overrides.reject": Permission.OVERRIDE,
    "updates.overrides.withdraw": Permission.OVERRIDE,
    "updates.owners.all_owners": Permission.SET_TARGET,
    "updates.owners.set_owner": Permission.SET_TARGET,
    "updates.pasted_values.enter_pasted": Permission.UPDATE_PROMISE,
    "updates.pasted_values.read_pasted": Permission.UPDATE_PROMISE,
    "updates.submissions.approve": Permission.APPROVE_VALUE,
    "updates.submissions.confirm_unchanged": Permission.UPDATE_PROMISE,
    "updates.submissions.enter": Permission.UPDATE_PROMISE,
    "updates.submissions.pending": Permission.APPROVE_VALUE,
    "updates.submissions.send_back": Permission.APPROVE_VALUE,
    "updates.submissions.submitted": Permission.UPDATE_PROMISE,
    "upkeep.backup.back_up": Permission.BACK_UP,
    "upkeep.backup.restore": Permission.BACK_UP,
    "upkeep.check.check": Permission.BACK_UP,
    "waves.answer_import.import_answers": Permission.IMPORT,
    "waves.answer_import.keep": Permission.IMPORT,
    "waves.answering.own_doors": Permission.ANSWER,
    "waves.comment_publication.comments_at": Permission.SEE_OWN_CULTURE,
    "waves.comment_publication.forget_old": Permission.REVIEW_COMMENTS,
    "waves.comment_publication.publish": Permission.REVIEW_COMMENTS,
    "waves.comment_review.judge": Permission.REVIEW_COMMENTS,
    "waves.comment_review.open_review": Permission.REVIEW_COMMENTS,
    "waves.comment_review.read_by_one": Permission.REVIEW_COMMENTS,
    "waves.comment_review.reviewed_waves": Permission.REVIEW_COMMENTS,
    "waves.lifecycle.all_waves": Permission.RUN_WAVE,
    "waves.lifecycle.approve": Permission.RUN_WAVE,
    "waves.lifecycle.close_wave": Permission.RUN_WAVE,
    "waves.lifecycle.create": Permission.RUN_WAVE,
    "waves.lifecycle.has_answers": Permission.RUN_WAVE,
    "waves.lifecycle.new_links": Permission.RUN_WAVE,
    "waves.lifecycle.open_wave": Permission.RUN_WAVE,
    "waves.lifecycle.participation": Permission.RUN_WAVE,
    "waves.own_answers.has_answered": Permission.ANSWER,
    "waves.own_answers.own_link": Permission.ANSWER,
    "year.annual_status.annual_status": Permission.SEE_ANNUAL_STATUS,
    "year.proposals.proposals_of": Permission.SEE_ANNUAL_STATUS,
    "year.proposals.put_proposal": Permission.SET_TARGET,
    "year.file.document": Permission.SEE_ANNUAL_STATUS,
    "year.file.write_annual": Permission.SEE_ANNUAL_STATUS,
}
# To these a department's own unit matters; they are asked about the section, which lies below two.
OF_UNIT = {
    "culture.actions.agree",
    "culture.actions.finish",
    "culture.actions.newest",
    "culture.own_unit.view",
    "waves.comment_publication.comments_at",
}


def discovered():
    """Every public function or method of the services that takes a database, by its place."""
    return {
        f"{info.name.removeprefix('models.services.')}.{name}": function
        for info in walk_packages(services.__path__, "models.services.")
        for name, function in defined_in(import_module(info.name))
        if takes_database(function) and not name.rpartition(".")[2].startswith("_")
    }


def defined_in(module):
    """The functions of a module and the methods of its classes, each with its name."""
    for name, member in inspect.getmembers(module):
        if getattr(member, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(member):
            yield name, member
        elif inspect.isclass(member):
            methods = inspect.getmembers(member, inspect.isfunction)
            yield from ((f"{name}.{method}", function) for method, function in methods)


def takes_database(function):
    parameters = inspect.signature(function).parameters.values()
    return any(p.name in {"db", "url"} or Db.__name__ in str(p.annotation) for p in parameters)


SERVICES = discovered()
