"""An independent twin of the call-out model in call-out.md, written with SimPy.

"Rule n" in a comment is rule n of that page. All times are minutes from the order.
"""
import argparse
import csv
import json
import math
import multiprocessing
import random
import sys
import time
from dataclasses import dataclass, field

import simpy
from scipy.special import betaincinv  # the quantile function behind scipy.stats.beta.ppf

DAY = 24 * 60


# ---------------------------------------------------------------- distributions

def sampler(spec):
    """Turn a distribution of inputs.json into a function of a random generator."""
    (kind, p), = spec.items()
    if kind == "fixed":
        return lambda rng: p
    if kind == "exponential":
        return lambda rng: rng.expovariate(1 / p)
    if kind == "uniform":
        return lambda rng: rng.uniform(p[0], p[1])
    if kind == "triangular":
        return lambda rng: rng.triangular(p[0], p[2], p[1])  # Python wants low, high, mode
    if kind == "lognormal":
        mu, sigma = math.log(p["median"]), p["sigma"]
        return lambda rng: rng.lognormvariate(mu, sigma)
    if kind == "weibull":
        return lambda rng: rng.weibullvariate(p["scale"], p["shape"])
    raise ValueError(f"unknown distribution {kind}")


def beta_quantile(mean, correlation, u):
    """The u-quantile of B(mean, correlation) (rule 3)."""
    if correlation == 0 or mean <= 0 or mean >= 1:
        return mean
    k = 1 / correlation - 1
    return float(betaincinv(mean * k, (1 - mean) * k, u))


def beta_draw(mean, correlation, rng):
    """One draw from B(mean, correlation), where no percentile has to be shared."""
    if correlation == 0 or mean <= 0 or mean >= 1:
        return mean
    k = 1 / correlation - 1
    return rng.betavariate(mean * k, (1 - mean) * k)


# ---------------------------------------------------------------- inputs

class Scenario:
    """The numbers of inputs.json, with distributions turned into samplers."""

    def __init__(self, inputs):
        for key in ("horizon", "orderAt", "missedOrder", "span", "retries", "callAnswered", "messageRead",
                    "messageReadLate", "comesLater", "channelCorrelation", "listCorrelation",
                    "willingnessCorrelation", "answers", "noShow", "paceSigma", "weather", "desks", "waves",
                    "organizations"):
            setattr(self, key, inputs[key])
        self.relay = {level: sampler(hop["relay"]) for level, hop in inputs["hops"].items()}
        self.order_decide = {level: sampler(hop["decide"]) for level, hop in inputs["hops"].items()}
        self.deputy = sampler(inputs["deputy"])
        self.conversion = {level: sampler(spec) for level, spec in inputs["conversion"].items()}
        self.call = sampler(inputs["call"])
        self.message_delay = sampler(inputs["messageDelay"])
        self.late_delay = sampler(inputs["messageLateDelay"])
        self.decide = sampler(inputs["decide"])
        self.later_delay = sampler(inputs["laterDelay"])
        self.prepare_day = sampler(inputs["prepareDay"])
        self.prepare_night = sampler(inputs["prepareNight"])
        self.check_in = sampler(inputs["checkIn"])
        self.form = sampler(inputs["teams"]["form"])
        self.brief = sampler(inputs["teams"]["brief"])
        self.patience = inputs["teams"]["patience"]
        self.under_strength = inputs["teams"]["underStrength"]
        self.wave_of = {}  # a role belongs to the first wave that names it (rule 2)
        for wave, roles in enumerate(self.waves):
            for role in roles:
                self.wave_of.setdefault(role, wave)


# ---------------------------------------------------------------- what lives in one replication

@dataclass(eq=False)
class Person:
    role: str
    leader: bool
    on_duty: bool
    stale: bool
    propensity: float
    mode: str
    from_home: float
    from_work: float
    organization: "Organization" = None
    list: "CallList" = None
    reached: bool = False


@dataclass(eq=False)
class Team:
    roles: list
    minimum: int
    full: int
    needs_leader: bool
    state: str = "planned"  # planned, open, forming, ready
    strength: int = 0
    has_leader: bool = False
    patient: bool = True

    def lacks_leader(self):
        """Needs a leader and has none; after its patience no leader is needed (rule 11)."""
        return self.needs_leader and not self.has_leader and self.patient

    def kept(self, person):
        """Rule 10: a seat is kept for a leader."""
        return 1 if self.lacks_leader() and not person.leader else 0


@dataclass(eq=False)
class CallList:
    people: list
    answer_day: float = 0.0
    answer_night: float = 0.0
    message_read: float = 0.0
    mood: float = 1.0


@dataclass(eq=False)
class Organization:
    name: str
    level: str
    below: list = field(default_factory=list)
    lists: list = field(default_factory=list)
    teams: list = field(default_factory=list)
    desk: simpy.Resource = None
    waiting: list = field(default_factory=list)  # checked in, no team yet, first checked in first


class Replication:
    def __init__(self, scenario, rng):
        self.s = scenario
        self.rng = rng
        self.env = simpy.Environment()
        self.build()
        # Rule 3: what a channel has in common in this replication. Day and night share a percentile.
        rho = scenario.channelCorrelation
        u = rng.random()
        self.call_day = beta_quantile(scenario.callAnswered["day"], rho, u)
        self.call_night = beta_quantile(scenario.callAnswered["night"], rho, u)
        u = rng.random()
        self.message_day = beta_quantile(scenario.messageRead["day"], rho, u)
        self.message_night = beta_quantile(scenario.messageRead["night"], rho, u)
        # Rule 7: the part of the mood that all share.
        self.common_mood = beta_draw(0.5, scenario.willingnessCorrelation, rng)
        # What is counted.
        self.accepted = self.arrived = self.calls = self.duplicates = self.in_teams = 0
        self.reached_at, self.checked_in_at, self.ready_at = [], [], []

    def build(self):
        """The tree of organizations with their lists (rule 2) and teams."""
        s = self.s
        self.district = Organization("district", "district")
        organizations = {"district": self.district}
        self.listed = self.planned_teams = 0
        for spec in s.organizations:
            org = organizations[spec["name"]] = Organization(spec["name"], spec["level"])
            organizations[spec["parent"]].below.append(org)
            if s.desks[org.level] > 0:
                org.desk = simpy.Resource(self.env, capacity=s.desks[org.level])
            people_of = {}
            for p in spec["people"]:
                if p["role"] not in s.wave_of:
                    continue
                for _ in range(p["count"]):
                    person = Person(p["role"], p["leader"], p["onDuty"], p["stale"], p["propensity"], p["mode"],
                                    p["fromHome"], p["fromWork"], org)
                    people_of.setdefault(s.wave_of[p["role"]], []).append(person)
            for wave in sorted(people_of):
                people = people_of[wave]
                people.sort(key=lambda person: not person.leader)  # stable: leaders first
                call_list = CallList(people)
                for person in people:
                    person.list = call_list
                org.lists.append(call_list)
                self.listed += len(people)
            for t in spec["teams"]:
                for _ in range(t["count"]):
                    org.teams.append(Team(t["from"], t["minimum"], t["full"], t["needsLeader"]))
            self.planned_teams += len(org.teams)

    def run(self):
        self.pass_on(self.district)
        self.env.run(until=self.s.horizon)
        return self.figures()

    # ---- the clock

    def hour(self):
        return (self.s.orderAt + self.env.now) % DAY / 60

    def is_workweek(self):
        return (self.s.orderAt + self.env.now) // DAY % 7 < 5  # 0 is Monday

    def is_night(self):
        return not 6 <= self.hour() < 23

    def band(self):
        hour = self.hour()
        if hour < 6 or hour >= 23:
            return "night"
        if hour < 8:
            return "morning"
        if hour < 18:
            return "workday" if self.is_workweek() else "weekend"
        return "evening"

    def chance(self, p):
        return self.rng.random() < p

    # ---- rule 1: the order

    def pass_on(self, superior):
        relays = {}  # one relay for all of one level below the same superior
        for org in superior.below:
            if org.level not in relays:
                relays[org.level] = self.s.relay[org.level](self.rng)
            self.env.process(self.receive_order(org, relays[org.level]))

    def receive_order(self, org, relay):
        delay = relay
        if self.chance(self.s.missedOrder):
            delay += self.s.deputy(self.rng)
        delay += self.s.order_decide[org.level](self.rng)
        yield self.env.timeout(delay)
        self.env.process(self.convert(org))
        for call_list in org.lists:
            self.start_list(call_list)
        self.pass_on(org)

    # ---- rules 2, 3, 5: a list starts

    def start_list(self, call_list):
        s, rng = self.s, self.rng
        rho = s.listCorrelation
        u = rng.random()
        call_list.answer_day = beta_quantile(self.call_day, rho, u)
        call_list.answer_night = beta_quantile(self.call_night, rho, u)
        call_list.message_read = beta_draw(self.message_night if self.is_night() else self.message_day, rho, rng)
        call_list.mood = self.common_mood + beta_draw(0.5, s.willingnessCorrelation, rng)
        for person in call_list.people:
            if person.on_duty:
                self.reach(person)
        for person in call_list.people:  # the group message (rule 5)
            if person.stale:
                continue
            if self.chance(call_list.message_read):
                self.env.process(self.read_message(person, s.message_delay(rng)))
            elif self.chance(s.messageReadLate):
                self.env.process(self.read_message(person, s.late_delay(rng)))
        self.env.process(self.ring_calls(call_list, 0))  # the office

    def read_message(self, person, delay):
        yield self.env.timeout(delay)
        self.reach(person)

    # ---- rule 4: the phone tree

    def ring_calls(self, call_list, caller):
        """All the calls of one caller, the office being place 0."""
        span, n = self.s.span, len(call_list.people)
        q = caller * span + 1
        if q > n:
            return
        while True:
            answered = False
            for _ in range(1 + self.s.retries):
                answered = yield from self.ring(call_list, caller, q)
                if answered:
                    break
            if answered:
                self.reach(call_list.people[q - 1])
                self.env.process(self.ring_calls(call_list, q))
            # The caller goes on.
            if not answered and q * span + 1 <= n:
                q = q * span + 1  # takes over the calls of the missed place
                continue
            while True:
                parent = (q - 1) // span
                if q < min(parent * span + span, n):
                    q += 1
                    break
                if parent == caller:
                    return
                q = parent

    def ring(self, call_list, caller, place):
        """One ring; whether it was answered turns out at its end."""
        self.calls += 1
        yield self.env.timeout(self.s.call(self.rng))
        if call_list.people[place - 1].stale:
            return False
        return self.chance(call_list.answer_night if self.is_night() else call_list.answer_day)

    # ---- rules 6, 7, 8: a person

    def reach(self, person):
        if person.reached:
            self.duplicates += 1
            return
        person.reached = True
        self.reached_at.append(self.env.now)
        self.env.process(self.respond(person))

    def respond(self, person):
        """From being reached to looking for a team."""
        s, rng, env = self.s, self.rng, self.env
        yield env.timeout(s.decide(rng))
        if not person.on_duty:
            # Rule 7: willing, free, later.
            answers = s.answers[person.role]
            willing = answers["willing"]
            if willing < 1 and self.chance((1 - willing) ** (person.propensity * person.list.mood)):
                return
            if not self.chance(answers["available"][self.band()]):
                if not self.chance(s.comesLater):
                    return
                yield env.timeout(s.later_delay(rng))
        self.accepted += 1
        if not person.on_duty:
            # Rule 8: getting ready, no-show, the way.
            yield env.timeout(s.prepare_night(rng) if self.is_night() else s.prepare_day(rng))
            if self.chance(s.noShow):
                return
            at_work = self.is_workweek() and 8 <= self.hour() < 18
            dry = person.from_work if at_work else person.from_home
            pace = rng.lognormvariate(0, s.paceSigma)
            yield env.timeout(dry / s.weather[person.mode] * pace)
        self.arrived += 1
        org = person.organization
        if org.desk is not None:
            with org.desk.request() as desk:
                yield desk
                yield env.timeout(s.check_in(rng))
        self.checked_in_at.append(env.now)
        if not self.offer_team(org, person):
            org.waiting.append(person)

    # ---- rules 9, 10, 11: teams

    def convert(self, org):
        yield self.env.timeout(self.s.conversion[org.level](self.rng))
        for team in org.teams:
            team.state = "open"
        self.offer_all_waiting(org)
        yield self.env.timeout(self.s.patience)
        for team in org.teams:  # one after the other, in the order of the plan
            team.patient = False
            self.offer_all_waiting(org)
            self.start_if_possible(team)

    def offer_all_waiting(self, org):
        org.waiting = [person for person in org.waiting if not self.offer_team(org, person)]

    def offer_team(self, org, person):
        """Let the person join a team; False if there is none (rule 10)."""
        teams = [t for t in org.teams if t.state in ("open", "forming") and person.role in t.roles]
        for team in teams:
            if team.state == "open" and (
                    team.strength + team.kept(person) < team.minimum
                    or (team.lacks_leader() and person.leader and team.strength < team.full)):
                self.join(team, person)
                return True
        for team in teams:
            if team.strength + team.kept(person) < team.full:
                self.join(team, person)
                return True
        return False

    def join(self, team, person):
        team.strength += 1
        team.has_leader = team.has_leader or person.leader
        self.start_if_possible(team)

    def start_if_possible(self, team):
        """Rule 11."""
        enough = team.minimum
        if not team.patient:
            enough = max(1, math.ceil(self.s.under_strength * team.minimum - 1e-9))
        if team.state == "open" and team.strength >= enough and not team.lacks_leader():
            team.state = "forming"
            self.env.process(self.make_ready(team))

    def make_ready(self, team):
        yield self.env.timeout(self.s.form(self.rng) + self.s.brief(self.rng))
        team.state = "ready"
        self.ready_at.append(self.env.now)
        self.in_teams += team.strength

    # ---- what is compared

    def figures(self):
        def until(times, percent, total):
            """When the least number that makes the share was reached; times are in order."""
            number = max(1, -(-percent * total // 100))
            return times[number - 1] if number <= len(times) else self.s.horizon

        checked_in = self.checked_in_at
        return {
            "people_reached": len(self.reached_at),
            "people_accepted": self.accepted,
            "people_arrived": self.arrived,
            "people_in_teams": self.in_teams,
            "calls_made": self.calls,
            "duplicate_contacts": self.duplicates,
            "reached_half_min": until(self.reached_at, 50, self.listed),
            "checked_in_tenth_min": until(checked_in, 10, self.listed),
            "checked_in_quarter_min": until(checked_in, 25, self.listed),
            "checked_in_mean_min": sum(checked_in) / len(checked_in) if checked_in else self.s.horizon,
            "ready_first_min": until(self.ready_at, 0, self.planned_teams),
            "ready_half_min": until(self.ready_at, 50, self.planned_teams),
            "ready_80_min": until(self.ready_at, 80, self.planned_teams),
        }


# ---------------------------------------------------------------- command line

def start_worker(inputs, seed):
    global SCENARIO, SEED
    SCENARIO, SEED = Scenario(inputs), seed


def replicate(number):
    """One replication: its number, its figures and the CPU seconds it took."""
    begin = time.process_time()
    figures = Replication(SCENARIO, random.Random(f"{SEED}/{number}")).run()
    return number, figures, time.process_time() - begin


def main():
    parser = argparse.ArgumentParser(description="SimPy twin of the call-out model")
    parser.add_argument("--inputs", required=True)
    parser.add_argument("--replications", type=int, required=True)
    parser.add_argument("--first", type=int, default=1, help="number of the first replication")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", help="the CSV to write")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--time", action="store_true", help="print the CPU seconds of the replications")
    parser.add_argument("--json", action="store_true", help="print one line with CPU seconds and means, for Benchmarks/run")
    args = parser.parse_args()

    with open(args.inputs) as file:
        inputs = json.load(file)
    numbers = range(args.first, args.first + args.replications)
    if args.workers > 1:
        with multiprocessing.Pool(args.workers, start_worker, (inputs, args.seed)) as pool:
            results = list(pool.imap(replicate, numbers, chunksize=10))
    else:
        start_worker(inputs, args.seed)
        results = [replicate(number) for number in numbers]

    if args.out:
        with open(args.out, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["replication", "measure", "value"])
            for number, figures, _ in results:
                for measure, value in figures.items():
                    writer.writerow([number, measure, value])
    if args.time:
        print(f"cpu_seconds {sum(cpu for _, _, cpu in results):.6f}", file=sys.stderr)
    if args.json:
        means = {name: sum(figures[name] for _, figures, _ in results) / len(results) for name in results[0][1]}
        print(json.dumps({"work": len(results), "cpu_seconds": sum(cpu for _, _, cpu in results), **means}))


if __name__ == "__main__":
    main()
