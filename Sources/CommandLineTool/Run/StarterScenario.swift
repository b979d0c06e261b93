import WrittenFiles

/// The scenario `pingji new` writes: small enough to read in one go, whole enough to be changed into one's own.
enum StarterScenario {
    /// The file, with `title` as the scenario's title.
    static func text(title: String) -> String {
        "// 由 pingji new 写出的小想定：一个虚构小镇的汛夜。A small scenario: a flood night in an invented town.\n"
            + "{\n  \"title\": \(JSONWriter.line(JSONNode(.string(title)))),\n" + question + place + incident + plan
            + experiment + "}\n"
    }

    private static let question = """
          // 想回答什么问题。The question to be answered.
          "question": {
            "zh": "夜里下令后，多久能有80%的岗位到位？只打电话、不发群消息会慢多少？",
            "en": "After an order at night, how soon are 80 % of the posts staffed, and what if there is only the telephone?",
          },

          // 数值怎么写 / How figures are written:
          //   "15 min"                                             就是这个值 / just this value
          //   { "value": "15 min", "source": "2023年演练记录" }      有来源 / with its source
          //   { "value": "15 min", "range": ["5 min", "30 min"] }  假设：每次模拟在范围内抽取 / assumed: drawn within the range


        """

    private static let place = """
          // 地方：由少数公开数字生成。The place, generated from a few public figures.
          "place": {
            "name": { "zh": "示例镇", "en": "Sample town" },
            "code": "sample",
            "generate": {
              "area": "24 km2",
              "residents": 9000,
              "householdSize": { "value": 2.8, "range": [2.4, 3.2] },
              // 没有人帮助就出不了门的居民。Residents who cannot leave home without help.
              "residentsNeedingHelp": { "value": "2.5%", "range": ["1.5%", "4%"] },
              "streets": {
                "east": {
                  "name": { "zh": "东街道", "en": "East" }, "kind": "subdistrict", "seat": [116.120, 24.300],
                  "areaWeight": 1, "residentWeight": 3, "communities": 3, "villages": 0,
                },
                "south": {
                  "name": { "zh": "南镇", "en": "South" }, "kind": "town", "seat": [116.105, 24.285],
                  "areaWeight": 2, "residentWeight": 1, "communities": 1, "villages": 2,
                },
              },
              "grids": 14,
              "compounds": 8,
              "communityCenters": 4,
              "areaCenters": 1,
              "river": {
                "name": { "zh": "示例河", "en": "Sample river" },
                "course": [[116.09, 24.29], [116.11, 24.295], [116.13, 24.31]],
                "width": "80 m", "bridges": 2, "floodPlain": { "value": "300 m", "range": ["200 m", "400 m"] },
                "lowestHomes": { "value": "3.5 m", "range": ["3 m", "4 m"] }, "dikePointsPerKilometer": 1,
              },
              // 每个镇街的派驻部门。Departments posted to every street.
              "departments": {
                "police": { "name": { "zh": "公安", "en": "police" }, "officersPerStreet": 6 },
                "fire": { "name": { "zh": "消防", "en": "fire brigade" }, "officersPerStreet": 6 },
              },
              // 名册。Who is on which list.
              "rosters": {
                "districtCadres": 15, "cadresPerStreet": 15, "workersPerCommunity": 8, "workersPerVillage": 5,
                "workersPerGrid": 2,
                "registeredMembers": { "value": 200, "range": [150, 260] },
                "volunteers": { "value": 80, "range": [50, 120] },
                "units": 4, "compoundsWithProperty": "50%", "propertyStaffPerCompound": 6,
                "hospitals": 1, "medicalStaff": 30,
                "staleEntries": { "value": "8%", "range": ["3%", "20%"] },
                "fullMembersAmongVolunteers": "10%", "leaders": { "value": "15%", "range": ["8%", "25%"] },
              },
            },
          },


        """

    private static let incident = """
          // 灾情：何时达到各响应等级，水位如何，要做什么。The incident: levels, water, and what has to be done.
          "incident": {
            "name": { "zh": "汛夜", "en": "flood night" },
            "firstSignal": "2024-06-16T20:00+08:00",
            "levels": [{ "level": "III", "at": "0 h" }, { "level": "II", "at": "4 h" }],
            "weather": { "walk": 0.8, "eBike": 0.7, "car": 0.8 },
            "river": [
              { "at": "0 h", "height": "1 m" },
              { "at": "12 h", "height": { "value": "4.6 m", "range": ["4 m", "5.4 m"] } },
              { "at": "24 h", "height": "2.5 m" },
            ],
            "responseTarget": "60 min",
            "tasks": {
              // 逐户告知低洼住户。Warn every household on low ground.
              "warn": { "level": "II", "householdsPerTask": 30, "priority": 2 },
              // 转移出不了门的居民，须公安、消防同意并派人。Move who cannot walk; police and fire brigade must agree.
              "transfer": { "level": "II", "residentsPerTask": 1, "priority": 1, "departments": ["police", "fire"] },
            },
          },


        """

    private static let plan = """
          // 预案：没写的都取默认值，pingji explain 会列出。The plan; what is not written takes defaults, which `explain` lists.
          "plan": {
            "name": { "zh": "示例预案", "en": "sample plan" },
            // 开关。Switches.
            "command": { "unifiedCommand": false, "preAuthorized": false, "skipLevel": false },
            "callOut": {
              "channels": ["phoneTree", "groupMessage"],
              // 各等级呼叫哪些人。Who is called at which level.
              "waves": [
                {
                  "level": "III",
                  "roles": ["districtCadre", "streetCadre", "communityWorker", "gridWorker", "departmentOfficer"],
                },
                { "level": "II", "roles": ["registeredMember", "volunteer", "propertyStaff"] },
              ],
            },
            // 队伍：由谁组建、由哪些人组成、几个人、做什么。Teams: formed where, of whom, how many, and what for.
            "teams": {
              "patience": { "value": "60 min", "range": ["30 min", "120 min"] },
              "kinds": {
                "streetPost": {
                  "name": { "zh": "镇街指挥所", "en": "street command post" }, "formedAt": "street", "from": ["streetCadre"],
                  "minimum": 4, "full": 8, "needsLeader": true, "level": "III", "each": 1, "post": "seat",
                },
                "communityDuty": {
                  "name": { "zh": "社区值守", "en": "community duty" }, "formedAt": "community", "from": ["communityWorker"],
                  "minimum": 2, "full": 3, "needsLeader": true, "level": "III", "each": 1, "post": "seat",
                },
                "communityCrew": {
                  "name": { "zh": "社区兜底队", "en": "community crew" }, "formedAt": "community", "from": ["communityWorker"],
                  "minimum": 1, "full": 3, "level": "III", "each": 1, "lastResort": true,
                },
                "gridLead": {
                  "name": { "zh": "网格值守", "en": "grid lead" }, "formedAt": "grid", "from": ["gridWorker"],
                  "minimum": 1, "full": 2, "level": "III", "each": 1, "post": "seat",
                },
                "departmentTeam": {
                  "name": { "zh": "部门队伍", "en": "department team" }, "formedAt": "street", "from": ["departmentOfficer"],
                  "category": "departmentTeam", "minimum": 2, "full": 3, "level": "III", "each": 2, "joins": true,
                },
                "gatePost": {
                  "name": { "zh": "小区值守岗", "en": "compound gate post" }, "formedAt": "compound", "from": ["propertyStaff"],
                  "minimum": 1, "full": 2, "level": "II", "each": 1, "post": "seat",
                },
                "taskForce": {
                  "name": { "zh": "党员突击队", "en": "member task force" }, "formedAt": "community",
                  "from": ["registeredMember", "volunteer"], "category": "taskForce",
                  "minimum": 4, "full": 8, "needsLeader": true, "level": "II", "perLowResidentsNeedingHelp": 8,
                  "tasks": ["transfer", "warn"],
                },
                "volunteerTeam": {
                  "name": { "zh": "党员志愿服务队", "en": "member volunteer team" }, "formedAt": "community",
                  "from": ["registeredMember", "volunteer"], "category": "volunteerTeam",
                  "minimum": 3, "full": 6, "needsLeader": true, "level": "II", "perLowHouseholds": 60, "tasks": ["warn"],
                },
              },
            },
            "dispatch": { "policy": "nearest", "lastResortAfter": "60 min" },
          },


        """

    private static let experiment = """
          // 实验：比较哪些方案，各模拟几次。The experiment: which variants, how often each.
          "experiment": {
            "replications": 20, "seed": 1, "horizon": "24 h", "placeBlock": 5, "baseline": "asIs",
            // 判定依据的一至三个指标，全部指标见 pingji explain --measures。What verdicts are about; all: explain --measures.
            "decideOn": ["t80_min", "deadline_missed"],
            // 每个方案只写与上文不同之处。Each variant writes only what differs from the above.
            "variants": {
              "asIs": {},
              "phoneOnly": { "plan": { "callOut": { "channels": ["phoneTree"] } } },
              "streetChief": { "plan": { "command": { "unifiedCommand": true } } },
            },
          },

        """
}
