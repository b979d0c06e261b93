/// The order in which tables list the measures that were there first.
///
/// Scripts read rows by name, and people by place: whoever has the tables of an earlier version beside these finds every row where it was. A
/// measure that is not in the list needs no entry; it follows in the order of its group.
enum MeasureOrder {
    static let first = [
        "authorize_min", "first_team_min", "t50_min", "t80_min", "t95_min", "t80_from_signal_min", "t80_reached",
        "t50_level_iv_min",
        "t80_level_iv_min", "t50_level_iii_min", "t80_level_iii_min", "t50_level_ii_min", "t80_level_ii_min",
        "t50_level_i_min",
        "t80_level_i_min", "on_post_peak", "unmet_person_hours", "response_mean_min", "response_p90_min",
        "response_within_target",
        "deadline_missed", "households_late", "households_warned_per_hour", "whistle_to_arrival_min", "coverage_10min",
        "coverage_15min",
        "circle_10min", "circle_15min", "roads_closed_peak_km", "grids_cut_off", "residents_cut_off_peak", "detours",
        "detour_mean_min",
        "teams_held_up", "task_forces", "temporary_branches", "volunteer_teams", "turnouts", "people_turned_out",
        "handoffs",
        "unclaimed_needs", "gate_posts_staffed", "calls_made", "duplicate_contacts", "overtaken_orders", "no_shows",
        "people_cut_off",
        "roster_names", "roster_people", "people_called", "people_reached", "people_accepted", "people_arrived",
        "reached_half_min",
        "reached_last_min", "checked_in_tenth_min", "checked_in_quarter_min", "checked_in_mean_min",
        "desk_wait_mean_min", "teams_ready",
        "people_in_teams", "ready_first_min", "ready_half_min", "ready_80_min", "calls_arrived", "calls_turned_away",
        "calls_delayed",
        "everyday_wait_min", "call_response_mean_min", "call_response_p90_min", "calls_within_target",
        "calls_waiting_mean",
        "units_busy_mean", "stage_detect_min", "stage_verify_min", "stage_decide_min", "stage_order_min",
        "stage_notify_min",
        "stage_answer_min", "stage_prepare_min", "stage_travel_min", "stage_check_in_min", "stage_form_min",
        "stage_queue_min",
        "stage_approach_min", "stage_work_min",
    ]
}
