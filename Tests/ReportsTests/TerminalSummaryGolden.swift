/// The summary of the sample digest, line by line as a user sees it.
enum TerminalSummaryGolden {
    static let english = """
        Sample: flood night
        ═══════════════════
        How soon are 80 % of the posts staffed?

        3 variants, each simulated 10 times; in every run they meet the same place, people and luck. Figures
        that are only assumed are drawn anew within their ranges for every run (an assumption set); 2 places
        were generated. Times are hours:minutes, on average; the range in brackets holds the true average
        with 95 % confidence.

        ── How soon and how well ───────────────────────────────────────────────────────────────────────────
        ◆ From the order of level II to 80 % of its posts staffed
            asIs         1:32 (1:20–1:45)                baseline
            streetChief  1:11 (1:00–1:22)                −0:21 (−0:33 to −0:10)  better (9 of 10 sets)
            phoneOnly    half by 1:58, never in 2 of 10  never in 2 runs more  undecided (1 better, 9 worse)
        ◆ Tasks not done when the water came
            asIs         35 % (27–44 %); 9 runs only  baseline
            streetChief  0 % (0–33 %); 9 runs only    −35 points (−44 to −27)     better (9 of 9 sets)
            phoneOnly    36 % (28–44 %); 9 runs only  +0.6 points (−1.0 to +2.2)
                                                      undecided (4 better, 5 worse)
          From the first order to the first team on post
            asIs         0:00  baseline
            streetChief  0:00  exactly as the baseline
            phoneOnly    0:00  within a minute

        + and − are against the baseline asIs: with times, − is sooner. ◆ is what the verdicts are about;
        the ranges of its differences hold all at once. Other differences are for orientation and get no
        verdict.
        Sets are the assumption sets drawn: in how many of them the verdict holds.
        "n runs only": in the others there was nothing to measure, for example no water and so no deadline.
        0:00 means staffed already when the order came.
        "never" means not within the 24:00 simulated; differences count it as 24:00.
        Runs differ in the first ◆ (asIs) because of luck (40 %), and the place generated and the figures
        assumed (60 %).

        ── From names on lists to people on post ───────────────────────────────────────────────────────────
                                                        asIs   streetChief     phoneOnly
        names on all lists                      12,345        12,345        12,345
          − the same person on several lists     2,345         2,345         2,345
        people                                  10,000 100 %  10,000 100 %  10,000 100 %
        reached                                  8,000  80 %   8,000  80 %   6,123  61 %
        were on post or at a task                  995  10 %   1,000  10 %       0   0 %

        ── The course of events (people, on average) ───────────────────────────────────────────────────────
        █ on post or at a task   ░ came to the muster point
            40 │ asIs                                     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                                 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                       ░░░░░░░░░░░░░░░░░▁▁▂▂▃▃▃▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
               │              ░░░░░░░▁▁▂▂▂▃▃▄▄▅▅▅▆▆▇▇███████████████████████████████████████████████
             0 │  ▁▁▁▂▂▃▃▄▄▄▅▅▆▆▇▇▇█████████████████████████████████████████████████████████████████
               └────────────────────────────────────────────────────────────────────────────────────
            40 │ streetChief                              ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                                 ░░░░░░░▂▂▃▃▅▅▅▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
               │                       ░░░▁▁▂▂▄▄▄▅▅▇▇███████████████████████████████████████████████
               │              ▁▁▃▃▃▄▄▆▆▇▇▇██████████████████████████████████████████████████████████
             0 │  ▂▂▂▃▃▅▅▆▆▆████████████████████████████████████████████████████████████████████████
               └────────────────────────────────────────────────────────────────────────────────────
            40 │ phoneOnly                                ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                                 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                       ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │              ░░░░░░░░░░░░░░░░░░░░░░░░░░▁▁▁▁▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂
             0 │  ▁▁▁▁▁▂▂▂▂▂▃▃▃▃▄▄▄▄▄▅▅▅▅▅▆▆▆▆▇▇▇▇▇█████████████████████████████████████████████████
               └────────────────────────────────────────────────────────────────────────────────────
                0                           1 h                         2 h                         3 h
                    ▲III                                    ▲II
        ▲ orders in the first run of the baseline, from the first signal: III at 0:10 (20 posts), II at 1:35
        (1 post)

        ── The slowest grids ───────────────────────────────────────────────────────────────────────────────
        From a grid's first need to four fifths of its needs begun, median of the runs (asIs):
            East community 1, grid 2  never in 6 of 10 runs; held up by: no team left to send
            South village 1, grid 1   5:21, never in 1 of 9 runs; held up by: waiting for a team (7 runs)
        (The place is generated: names are positions in the organization, not real villages.)

        """

    static let chinese = """
        示例·汛夜
        ═════════
        多久能有80%的岗位到位？

        3个方案，各模拟10次；每次模拟中各方案面对同样的地方、同样的人和同样的运气。没有依据、只能假设的数
        值，每次都在各自范围内重新抽取（一组假设）；共生成了2个地方。时间为 时:分，均为平均值；括号内的范围
        有95%的把握包含真实平均值。

        ── 多快、多好 ──────────────────────────────────────────────────────────────────────────────────────
        ◆ 从II级命令到其所需岗位的80%到位
            asIs         1:32（1:20–1:45）           基准
            streetChief  1:11（1:00–1:22）           −0:21（−0:33至−0:10）  更好（10组中9组）
            phoneOnly    半数≤1:58，10次中2次未达到  多2次未达到            未能判定（1组更好，9组更差）
        ◆ 水到时还没完成的任务
            asIs         35%（27–44%），仅9次  基准
            streetChief  0%（0–33%），仅9次    −35个百分点（−44至−27）     更好（9组中9组）
            phoneOnly    36%（28–44%），仅9次  +0.6个百分点（−1.0至+2.2）  未能判定（4组更好，5组更差）
          从首个命令到首支队伍到岗
            asIs         0:00  基准
            streetChief  0:00  与基准完全相同
            phoneOnly    0:00  相差不到1分钟

        +、− 为与基准 asIs 之差：时间上 − 是更快。◆ 是判定所依据的指标，其差值的范围同时成立；其余差值仅供参
        考，不作判定。
        “组”指一次模拟抽取的一组假设：多少组假设下判定同样成立。
        “仅n次”：其余各次没有可测量的（如水没有到，就谈不上期限）。
        0:00 表示命令到达时已经到位。
        “未达到”指在模拟的24:00之内没有达到；计算差值时按24:00计。
        第一个◆（asIs）各次不同，原因是：运气40%，生成的地方与假设的数值60%。

        ── 从名册到在岗 ────────────────────────────────────────────────────────────────────────────────────
                                      asIs   streetChief     phoneOnly
        名册上的名字          12,345        12,345        12,345
          − 同一人重复列名     2,345         2,345         2,345
        人                    10,000  100%  10,000  100%  10,000  100%
        联系上                 8,000   80%   8,000   80%   6,123   61%
        到过岗位或任务           995   10%   1,000   10%       0    0%

        ── 人员到位过程（平均人数） ────────────────────────────────────────────────────────────────────────
        █ 在岗或执行任务   ░ 已到集结点
            40 │ asIs                                     ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                                 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                       ░░░░░░░░░░░░░░░░░▁▁▂▂▃▃▃▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
               │              ░░░░░░░▁▁▂▂▂▃▃▄▄▅▅▅▆▆▇▇███████████████████████████████████████████████
             0 │  ▁▁▁▂▂▃▃▄▄▄▅▅▆▆▇▇▇█████████████████████████████████████████████████████████████████
               └────────────────────────────────────────────────────────────────────────────────────
            40 │ streetChief                              ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                                 ░░░░░░░▂▂▃▃▅▅▅▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
               │                       ░░░▁▁▂▂▄▄▄▅▅▇▇███████████████████████████████████████████████
               │              ▁▁▃▃▃▄▄▆▆▇▇▇██████████████████████████████████████████████████████████
             0 │  ▂▂▂▃▃▅▅▆▆▆████████████████████████████████████████████████████████████████████████
               └────────────────────────────────────────────────────────────────────────────────────
            40 │ phoneOnly                                ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                                 ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │                       ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
               │              ░░░░░░░░░░░░░░░░░░░░░░░░░░▁▁▁▁▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂
             0 │  ▁▁▁▁▁▂▂▂▂▂▃▃▃▃▄▄▄▄▄▅▅▅▅▅▆▆▆▆▇▇▇▇▇█████████████████████████████████████████████████
               └────────────────────────────────────────────────────────────────────────────────────
                0                           1 h                         2 h                         3 h
                    ▲III                                    ▲II
        ▲ 命令（首次模拟，基准方案；时间自首个信号起）：III级 0:10（岗位20个），II级 1:35（岗位1个）

        ── 最慢的网格 ──────────────────────────────────────────────────────────────────────────────────────
        自首个需求出现到五分之四的需求开工，各次模拟的中位数（asIs）：
            东街道第1社区第2网格  10次中6次未达到；主要卡在：没有队伍可派
            南镇第1村第1网格      5:21，9次中1次未达到；主要卡在：等待派遣（7次）
        （地方是生成的：名称表示在组织中的位置，不是真实的村。）

        """
}
