"""Hand-computed cases for twin.py, from the page alone. Run: python -m unittest test_twin -v"""
import copy
import json
import os
import random
import unittest

from scipy.stats import beta

import twin

HERE = os.path.dirname(os.path.abspath(__file__))
ZERO = {"fixed": 0.0}


def person(count, role="volunteer", **change):
    return {"count": count, "role": role, "leader": False, "onDuty": False, "stale": False, "propensity": 1.0,
            "mode": "walk", "fromHome": 0.0, "fromWork": 0.0, **change}


def team(count, minimum, full, needs_leader=False, roles=("volunteer",)):
    return {"count": count, "kind": "k", "from": list(roles), "minimum": minimum, "full": full,
            "needsLeader": needs_leader}


def certain(people, teams, level="grid", **change):
    """One organization; all is certain and nothing takes time (calls take none, messages are never read)."""
    always = {band: 1.0 for band in ("night", "morning", "workday", "weekend", "evening")}
    inputs = {
        "horizon": 500.0, "orderAt": 600.0, "hops": {level: {"relay": ZERO, "decide": ZERO}},
        "missedOrder": 0.0, "deputy": ZERO, "conversion": {level: ZERO}, "waves": [["volunteer", "other"]],
        "span": 2, "retries": 1, "call": ZERO, "callAnswered": {"day": 1.0, "night": 1.0},
        "messageRead": {"day": 0.0, "night": 0.0}, "messageDelay": ZERO, "messageReadLate": 0.0,
        "messageLateDelay": ZERO, "decide": ZERO, "comesLater": 0.0, "laterDelay": ZERO,
        "channelCorrelation": 0.1, "listCorrelation": 0.1, "willingnessCorrelation": 0.1,
        "answers": {role: {"willing": 1.0, "available": always} for role in ("volunteer", "other")},
        "prepareDay": ZERO, "prepareNight": ZERO, "noShow": 0.0, "paceSigma": 0.0, "weather": {"walk": 0.5},
        "desks": {level: 0}, "checkIn": ZERO,
        "teams": {"form": ZERO, "brief": ZERO, "patience": 50.0, "underStrength": 0.6},
        "organizations": [{"name": "o", "level": level, "parent": "district", "people": people, "teams": teams}],
    }
    inputs.update(change)
    return inputs


def replication(inputs, cls=twin.Replication, seed=1):
    return cls(twin.Scenario(inputs), random.Random(seed))


class Logged(twin.Replication):
    """Notes who rings whom, and when."""
    def ring(self, call_list, caller, place):
        self.__dict__.setdefault("log", []).append((self.env.now, caller, place))
        return (yield from super().ring(call_list, caller, place))

    def rung_by(self, caller):
        return [place for _, by, place in self.log if by == caller]


class PhoneTree(unittest.TestCase):
    def test_example_of_rule_4(self):
        people = [person(2), person(1, stale=True), person(6)]
        run = replication(certain(people, [], call={"fixed": 1.0}), Logged)
        figures = run.run()
        self.assertEqual(run.rung_by(0), [1, 2])
        self.assertEqual(run.rung_by(1), [3, 3, 7, 8, 4])
        self.assertEqual(run.rung_by(2), [5, 6])
        self.assertEqual(run.rung_by(4), [9])
        self.assertEqual(figures["calls_made"], 10)
        self.assertEqual(figures["people_reached"], 8)
        # Place 1 is reached at 1; its last ring, of 4, ends at 6; 4 rings 9 from 6 to 7.
        self.assertEqual(max(run.reached_at), 7)
        # 5th of 9: 1 at 1, 2 at 2, 5 at 3, 6 and 7 at 4.
        self.assertEqual(figures["reached_half_min"], 4)

    def test_nobody_answers_the_office_rings_all_depth_first(self):
        run = replication(certain([person(9, stale=True)], [], retries=0), Logged)
        run.run()
        self.assertEqual([place for _, _, place in run.log], [1, 3, 7, 8, 4, 9, 2, 5, 6])
        self.assertEqual(run.rung_by(0), [1, 3, 7, 8, 4, 9, 2, 5, 6])

    def test_everybody_rung_once_whatever_happens(self):
        for n in range(1, 40):
            for span in (1, 2, 3, 4):
                run = replication(certain([person(n)], [], span=span, retries=0, call={"exponential": 1.0},
                                          callAnswered={"day": 0.4, "night": 0.4}), Logged, seed=n)
                run.run()
                self.assertEqual(sorted(place for _, _, place in run.log), list(range(1, n + 1)))

    def test_leaders_are_rung_first(self):
        run = replication(certain([person(2), person(1, leader=True)], []))
        people = run.district.below[0].lists[0].people
        self.assertEqual([p.leader for p in people], [True, False, False])

    def test_day_chance_holds_at_the_end_of_the_ring(self):
        inputs = certain([person(1)], [], orderAt=359.0, call={"fixed": 2.0}, retries=0,
                         callAnswered={"day": 1.0, "night": 0.0})
        self.assertEqual(replication(inputs).run()["people_reached"], 1)


class Contacts(unittest.TestCase):
    def test_duplicates_and_duty(self):
        # All answer at once, all but the stale one read a message after a minute; the stale one is on duty.
        people = [person(3), person(1, stale=True, onDuty=True), person(1, onDuty=True)]
        figures = replication(certain(people, [], messageRead={"day": 1.0, "night": 1.0},
                                      messageDelay={"fixed": 1.0})).run()
        self.assertEqual(figures["people_reached"], 5)
        # 4 messages and the answered call of the person on duty.
        self.assertEqual(figures["duplicate_contacts"], 5)
        self.assertEqual(figures["calls_made"], 6)  # the stale one is rung twice

    def test_quantiles(self):
        self.assertAlmostEqual(twin.beta_quantile(0.3, 0.02, 0.8), beta.ppf(0.8, 0.3 * 49, 0.7 * 49))
        self.assertEqual(twin.beta_quantile(0.3, 0, 0.8), 0.3)
        self.assertEqual(twin.beta_quantile(1, 0.1, 0.8), 1)


class Teams(unittest.TestCase):
    def test_all_certain_and_nothing_takes_time(self):
        figures = replication(certain([person(6)], [team(2, 3, 4)])).run()
        self.assertEqual(figures, {
            "people_reached": 6, "people_accepted": 6, "people_arrived": 6, "people_in_teams": 6, "calls_made": 6,
            "duplicate_contacts": 0, "reached_half_min": 0, "checked_in_tenth_min": 0, "checked_in_quarter_min": 0,
            "checked_in_mean_min": 0, "ready_first_min": 0, "ready_half_min": 0, "ready_80_min": 0})

    def test_k_of_n(self):
        # Ten people in a chain, one reached a minute; the team needs 4 of them and forms for 2.5 minutes:
        # it starts at 4 and is ready at 6.5; those of minutes 5 and 6 still join.
        inputs = certain([person(10)], [team(1, 4, 9)], span=1, call={"fixed": 1.0})
        inputs["teams"]["form"] = {"fixed": 2.5}
        figures = replication(inputs).run()
        self.assertEqual(figures["ready_first_min"], 6.5)
        self.assertEqual(figures["ready_80_min"], 6.5)
        self.assertEqual(figures["people_in_teams"], 6)
        self.assertEqual(figures["checked_in_mean_min"], 5.5)

    def test_full(self):
        inputs = certain([person(10)], [team(1, 4, 5)], span=1, call={"fixed": 1.0})
        inputs["teams"]["form"] = {"fixed": 2.5}
        self.assertEqual(replication(inputs).run()["people_in_teams"], 5)

    def test_k_of_n_in_chance(self):
        # Two people who come with chance 1/2 each and a team of 1: ready at all in 3/4 of the replications.
        half = {band: 0.5 for band in ("night", "morning", "workday", "weekend", "evening")}
        inputs = certain([person(2)], [team(1, 1, 2)])
        inputs["answers"]["volunteer"]["available"] = half
        ready = sum(replication(inputs, seed=i).run()["ready_first_min"] < 500 for i in range(4000))
        self.assertAlmostEqual(ready / 4000, 0.75, delta=0.03)

    def test_kept_seat_and_patience(self):
        # No leader comes. 3 people, minimum 3, full 3: one seat is kept, so the third waits; at 50 he or she joins.
        figures = replication(certain([person(3)], [team(1, 3, 3, True)])).run()
        self.assertEqual((figures["ready_first_min"], figures["people_in_teams"]), (50, 3))
        # Two of 3 are enough (0.6 x 3 = 1.8) at the end of patience, and one of 3 is not.
        figures = replication(certain([person(2)], [team(1, 3, 3, True)])).run()
        self.assertEqual((figures["ready_first_min"], figures["people_in_teams"]), (50, 2))
        figures = replication(certain([person(1)], [team(1, 3, 3, True)])).run()
        self.assertEqual((figures["ready_first_min"], figures["people_in_teams"]), (500, 0))

    def test_leader_goes_to_the_team_that_lacks_one(self):
        # Two open teams of minimum 1 that need a leader; one person without, then two leaders look for a team.
        run = replication(certain([], [team(1, 1, 5, True), team(1, 1, 5, True)]))
        org = run.district.below[0]
        for t in org.teams:
            t.state = "open"
        plain, leader = [twin.Person("volunteer", x, False, False, 1, "walk", 0, 0, org) for x in (False, True)]
        self.assertTrue(run.offer_team(org, plain))  # no team is short (0 + 1 kept is not < 1): the first not full
        self.assertEqual([t.strength for t in org.teams], [1, 0])
        self.assertTrue(run.offer_team(org, leader))  # the first team lacks a leader
        self.assertEqual([t.strength for t in org.teams], [2, 0])
        self.assertEqual([t.state for t in org.teams], ["forming", "open"])
        self.assertTrue(run.offer_team(org, leader))  # then the second
        self.assertEqual([t.state for t in org.teams], ["forming", "forming"])


class Desk(unittest.TestCase):
    def test_queue_at_one_desk(self):
        # Three people arrive at 0, one desk, 2 minutes each: checked in at 2, 4, 6.
        inputs = certain([person(3)], [team(3, 1, 1)], desks={"grid": 1}, checkIn={"fixed": 2.0})
        figures = replication(inputs).run()
        self.assertEqual(figures["checked_in_mean_min"], 4)
        self.assertEqual(figures["ready_first_min"], 2)
        self.assertEqual(figures["ready_half_min"], 4)
        self.assertEqual(figures["ready_80_min"], 6)

    def test_two_desks_and_the_way(self):
        # 8 minutes dry from work, 3 from home, half the speed left; 10:00 on Monday and on Saturday.
        inputs = certain([person(3, fromHome=3.0, fromWork=8.0)], [], desks={"grid": 2}, checkIn={"fixed": 3.0})
        self.assertEqual(replication(inputs).run()["checked_in_mean_min"], (19 + 19 + 22) / 3)
        saturday = copy.deepcopy(inputs)
        saturday["orderAt"] = 5 * 1440 + 600.0
        self.assertEqual(replication(saturday).run()["checked_in_mean_min"], (9 + 9 + 12) / 3)


class Inputs(unittest.TestCase):
    def test_counts(self):
        with open(os.path.join(HERE, "inputs.json")) as file:
            run = replication(json.load(file))
        self.assertEqual((run.listed, run.planned_teams), (513, 34))


if __name__ == "__main__":
    unittest.main()
