/// The drawing of the tiny network, as it was when somebody looked at it.
enum MapDrawingGolden {
    static let english = #"""
        <svg xmlns="http://www.w3.org/2000/svg" width="1188" height="610" viewBox="0 0 1188 610" font-family="'Noto Sans','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif" fill="#222">
        <title>A &amp; B – Service circles: minutes to the nearest facility</title>
        <defs>
        <clipPath id="map"><rect x="24" y="76" width="900" height="440"/></clipPath>
        <pattern id="noWay" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="M0 6L6 0" stroke="#333"/></pattern>
        </defs>
        <rect width="1188" height="610" fill="#fff"/>
        <text x="24" y="34" font-size="22" font-weight="bold">A &amp; B – Service circles: minutes to the nearest facility</text>
        <text x="24" y="58" font-size="14">on foot; 2 facilities, 4 points of demand, residents 200; closed arcs: 2 at 1 h</text>
        <g clip-path="url(#map)">
        <rect x="24" y="76" width="900" height="440" fill="#f6f4ee"/>
        <g fill="url(#noWay)" stroke="#fff" stroke-width="0.4">
        <path d="M657.7 242.4l0 107.2l244.9 0l0-107.2z"><title>D &lt;&amp; &quot;d&quot;&gt;: no way</title></path>
        </g>
        <path fill="none" stroke="#a9cdea" stroke-width="24.1" stroke-linejoin="round" d="M-24444.4 269.2l48979.6 0"/>
        <g fill="none" stroke-linejoin="round" stroke-linecap="round">
        <path stroke="#a0a0a0" stroke-width="1.1" d="M45.4 296l244.9 0l244.9 0l244.9 0"/>
        </g>
        <g fill="#fde725" stroke="#333" stroke-width="0.5">
        <circle cx="45.4" cy="296" r="10"><title>a: 2.0 min</title></circle>
        <circle cx="535.2" cy="296" r="5.5"><title>c: 4.0 min</title></circle>
        </g>
        <g fill="#22a884" stroke="#333" stroke-width="0.5">
        <circle cx="290.3" cy="296" r="7.1"><title>b: 6.5 min</title></circle>
        </g>
        <g fill="none" stroke="#000" stroke-width="1.8">
        <path d="M657.7 242.4l0 107.2l244.9 0l0-107.2z"/>
        </g>
        <path fill="#e31a1c" fill-opacity="0.12" stroke="#e31a1c" stroke-width="1.2" stroke-dasharray="5 3" fill-rule="evenodd" d="M339.3 322.8l146.9 0l-73.4-53.6z"/>
        <g fill="none" stroke-linejoin="round">
        <path stroke="#fff" stroke-width="4" d="M290.3 296l244.9 0"/>
        <path stroke="#e31a1c" stroke-width="2.2" d="M290.3 296l244.9 0"/>
        </g>
        <g transform="translate(45.4 296)"><title>East, &quot;old&quot;</title><circle r="7" fill="#fff" stroke="#000" stroke-width="1.5"/><path d="M-4 0h8M0 -4v8" stroke="#000" stroke-width="2.5"/></g>
        <g transform="translate(535.2 296)"><title>West</title><circle r="7" fill="#fff" stroke="#000" stroke-width="1.5"/><path d="M-4 0h8M0 -4v8" stroke="#000" stroke-width="2.5"/></g>
        <g font-size="12" font-weight="bold" fill="#fff" stroke="#fff" stroke-width="3" stroke-linejoin="round">
        <text x="56.4" y="300">East, &quot;old&quot;</text>
        <text x="546.2" y="300">West</text>
        </g>
        <g font-size="12" font-weight="bold">
        <text x="56.4" y="300">East, &quot;old&quot;</text>
        <text x="546.2" y="300">West</text>
        </g>
        </g>
        <rect x="24" y="76" width="900" height="440" fill="none" stroke="#888"/>
        <g font-size="14">
        <text x="948" y="89" font-weight="bold">Minutes to the nearest</text>
        <text x="948" y="108" font-weight="bold">facility, and share of</text>
        <text x="948" y="127" font-weight="bold">residents</text>
        <rect x="949" y="138" width="28" height="16" fill="#fde725" stroke="#888" stroke-width="0.8"/>
        <text x="986" y="151">up to 5: 65 %</text>
        <rect x="949" y="162" width="28" height="16" fill="#22a884" stroke="#888" stroke-width="0.8"/>
        <text x="986" y="175">5–10: 25 %</text>
        <rect x="949" y="186" width="28" height="16" fill="#414487" stroke="#888" stroke-width="0.8"/>
        <text x="986" y="199">over 10: 0 %</text>
        <rect x="949" y="210" width="28" height="16" fill="url(#noWay)" stroke="#888" stroke-width="0.8"/>
        <text x="986" y="223">no way: 10 %</text>
        <rect x="949" y="242" width="28" height="16" fill="none" stroke="#000" stroke-width="1.8"/>
        <text x="986" y="255">gap: not within 10 min</text>
        <g transform="translate(963 274)"><circle r="7" fill="#fff" stroke="#000" stroke-width="1.5"/><path d="M-4 0h8M0 -4v8" stroke="#000" stroke-width="2.5"/></g>
        <text x="986" y="279">facility</text>
        <path d="M949 298h28" stroke="#e31a1c" stroke-width="3"/>
        <text x="986" y="303">closed road</text>
        <path d="M949 322h28" stroke="#a0a0a0" stroke-width="1.1"/>
        <text x="986" y="327">other road</text>
        <rect x="949" y="338" width="28" height="16" fill="#e31a1c" fill-opacity="0.12" stroke="#e31a1c" stroke-width="1.2" stroke-dasharray="5 3"/>
        <text x="986" y="351">closed area</text>
        <rect x="949" y="362" width="28" height="16" fill="#a9cdea" stroke="#888" stroke-width="0.8"/>
        <text x="986" y="375">water</text>
        </g>
        <path d="M24 526v8h120.5v-8" fill="none" stroke="#222" stroke-width="1.5"/>
        <text x="152.5" y="536" font-size="13">500 m</text>
        <text x="24" y="560" font-size="13">90 % of residents within 10 min of a facility, 90 % with roads closed (as drawn). Darker is farther; larger disks have more residents; north is up, the scale</text>
        <text x="24" y="579" font-size="13">equal.</text>
        </svg>

        """#
}
