//! Messages of charts and maps, and the names of what they show.

/// Hands on these rows behind those it is given: see [`super`].
macro_rules! charts {
    ($next:ident [$($rest:ident)*] $($rows:tt)*) => { $next! { [$($rest)*]
        $($rows)*
        // Charts.
        ChartTable: "Table", "Tabel";
        ChartTableLong: "This table is long: it stands on the page of the indicator.", "Tabel ini panjang: ada di halaman indikatornya.";
        ChartReadout: "Points of the chart “{}”. Arrow keys move through years and series, Enter keeps a value.", "Titik-titik grafik “{}”. Tombol panah berpindah antar tahun dan deret, Enter menyimpan nilai.";
        ChartDescriptionUnit: "Unit: {}", "Satuan: {}";
        ChartYear: "Year", "Tahun";
        ChartSources: "Sources", "Sumber";
        ChartDerived: "Computed from published figures.", "Dihitung dari angka terbitan.";
        ChartOriginal: "Quoted from: {}", "Dikutip dari: {}";
        ChartRanked: "Number of cities ranked: {}", "Jumlah kota dalam peringkat: {}";
        ChartLatest: "{} in {}", "{} pada {}";
        ChartProjected: "projection", "proyeksi";

        // Kinds of programme.
        KindFunding: "Funding", "Pendanaan";
        KindTraining: "Training", "Pelatihan";
        KindMeeting: "Meeting", "Pertemuan";
        KindStudy: "Study", "Kajian";
        KindTechnicalAssistance: "Technical assistance", "Bantuan teknis";
        KindNetwork: "Network", "Jejaring";
        KindEvent: "Event", "Acara";

        // Focus areas.
        FocusCivicSocial: "Civic and social", "Kewargaan dan sosial";
        FocusHealthWellbeing: "Health and well-being", "Kesehatan dan kesejahteraan";
        FocusSafetySecurity: "Safety and security", "Keselamatan dan keamanan";
        FocusQualityEnvironment: "Quality environment", "Lingkungan berkualitas";
        FocusBuiltInfrastructure: "Built infrastructure", "Infrastruktur terbangun";
        FocusIndustryInnovation: "Industry and innovation", "Industri dan inovasi";

        // Member states.
        CountryBrn: "Brunei Darussalam", "Brunei Darussalam";
        CountryKhm: "Cambodia", "Kamboja";
        CountryIdn: "Indonesia", "Indonesia";
        CountryLao: "Laos", "Laos";
        CountryMys: "Malaysia", "Malaysia";
        CountryMmr: "Myanmar", "Myanmar";
        CountryPhl: "Philippines", "Filipina";
        CountrySgp: "Singapore", "Singapura";
        CountryTha: "Thailand", "Thailand";
        CountryTls: "Timor-Leste", "Timor-Leste";
        CountryVnm: "Viet Nam", "Vietnam";

        // Sentences and marks of charts; a part that is put between others brings its own spaces.
        GraphYear: "Year", "Tahun";
        GraphNoData: "No data", "Tidak ada data";
        GraphProjection: "Projection", "Proyeksi";
        GraphProjected: "projected ", "proyeksi ";
        GraphNewMethod: "new method", "metode baru";
        GraphHigherIsBetter: "higher is better", "makin tinggi makin baik";
        GraphLowerIsBetter: "lower is better", "makin rendah makin baik";
        GraphTo: " to ", " menjadi ";
        GraphAnd: " and ", " dan ";
        GraphBut: ", but ", ", tetapi ";
        GraphFrom: "from ", "dari ";
        GraphLowerBy: "lower by ", "turun ";
        GraphHigherBy: "higher by ", "naik ";
        GraphUnchanged: "the same as at the start", "sama dengan nilai awal";
        GraphRankUp: "up by ", "naik ";
        GraphRankDown: "down by ", "turun ";
        GraphPlace: " place", " peringkat";
        GraphPlaces: " places", " peringkat";
        GraphPercentagePoint: " percentage point", " poin persen";
        GraphPercentagePoints: " percentage points", " poin persen";
        GraphPoint: " point", " poin";
        GraphPoints: " points", " poin";
        GraphAccordingTo: " according to ", " menurut ";
        GraphDifferBefore: "For ", "Untuk ";
        GraphDifferAfter: " the sources differ: ", " sumber berbeda: ";
        GraphBreakBefore: "Values before ", "Nilai sebelum ";
        GraphBreakAfter: " were measured another way and do not compare.", " diukur dengan cara lain dan tidak dapat dibandingkan.";
        GraphSeries: " series, ", " deret data, ";
        GraphYearsTo: " to ", " sampai ";
        GraphInYear: "in ", "pada ";
        GraphPlanned: "planned", "direncanakan";
        GraphOngoing: "under way", "berjalan";
        GraphCompleted: "completed", "selesai";
        GraphUnknown: "status not given", "status tidak disebut";
        GraphProjectCounts: "Projects by status in the network’s reports", "Proyek menurut status dalam laporan jejaring";
        GraphComputed: "computed", "dihitung";
        GraphPlaceHead: "Place", "Tempat";
        GraphDifference: "Difference", "Selisih";
        GraphOnePlace: " place", " tempat";
        GraphManyPlaces: " places", " tempat";
        GraphOtherPlace: " other place", " tempat lain";
        GraphOtherPlaces: " other places", " tempat lain";
        GraphInGrey: " Behind, in grey: ", " Di belakang, abu-abu: ";
        GraphInOrder: " in place ", " di urutan ";
        GraphWith: " with ", " dengan ";
        GraphUp: " up", " naik";
        GraphDown: " down", " turun";
        GraphSame: " unchanged", " tetap";
        GraphNoDataFor: "; no data for ", "; tidak ada data untuk ";
        GraphNotInBoth: "Without a value in both years", "Tanpa nilai pada kedua tahun";
        GraphOnly: " only", " saja";
        GraphNoDifference: "measured in two ways, so no difference is given", "diukur dengan dua cara, jadi selisih tidak diberikan";
        GraphBaseBefore: " Computed from the published values: that of ", " Dihitung dari nilai yang diterbitkan: nilai ";
        GraphBaseAfter: " is 100, rounded to one decimal.", " menjadi 100, dibulatkan ke satu desimal.";
        GraphWithoutBase: " Not shown for want of a value in ", " Tidak ditampilkan karena tanpa nilai pada ";
        GraphOwnScales: " Each panel has its own scale.", " Tiap panel memakai skalanya sendiri.";
        GraphOfRegion: " The values describe the province or region around each city, not the city itself.", " Nilainya menggambarkan provinsi atau wilayah di sekitar tiap kota, bukan kota itu sendiri.";

        // Sentences and marks of maps; a part that is put between others brings its own spaces.
        MapProjected: " (projection)", " (proyeksi)";
        MapPlace: "Place", "Tempat";
        MapState: " state", " negara";
        MapStates: " states", " negara";
        MapCity: " city", " kota";
        MapCities: " cities", " kota";
        MapFrom: "from ", "dari ";
        MapTo: " to ", " sampai ";
        MapAnd: " and ", " dan ";
        MapNoData: "No data", "Tidak ada data";
        MapDifferBefore: " For ", " Untuk ";
        MapDifferAfter: " the sources differ and the map shows the first: ", " sumber berbeda dan peta menunjukkan yang pertama: ";
        MapAreaSays: "Area of the circle: ", "Luas lingkaran: ";

        // Topics of indicators.
        TopicPopulation: "Population", "Penduduk";
        TopicEconomy: "Economy", "Ekonomi";
        TopicLivingConditions: "Living conditions", "Kondisi hidup";
        TopicHealth: "Health", "Kesehatan";
        TopicDigital: "Digital life", "Kehidupan digital";
        TopicMobility: "Mobility", "Mobilitas";
        TopicEnvironment: "Environment and energy", "Lingkungan dan energi";
        TopicGovernance: "Governance", "Tata kelola";

        // Titles of sections.
        IndicatorsTitle: "Indicators", "Indikator";
        CompareTitle: "Compare cities", "Bandingkan kota";
        CountriesTitle: "Member states", "Negara anggota";
        DataTitle: "Download the data", "Unduh data";

        // The map that the reader moves.
        AtlasZoomIn: "Zoom in", "Perbesar";
        AtlasZoomOut: "Zoom out", "Perkecil";
        AtlasWhole: "Whole region", "Seluruh kawasan";
        AtlasHelp: "Move the map with two fingers and zoom with the buttons, or tap a city.", "Geser peta dengan dua jari, perbesar dengan tombol, atau ketuk sebuah kota.";
        AtlasToList: "Skip the map: to the list of these cities", "Lewati peta: ke daftar kota ini";
        AtlasInView: "Cities in view: {} of {}", "Kota yang terlihat: {} dari {}";
        AtlasSmallMap: "Where the city lies", "Letak kota";
        FailedFine: "Finer outlines could not be loaded; the map goes on with coarse ones.", "Garis batas yang lebih rinci tidak dapat dimuat; peta memakai garis kasar.";
    } };
}
pub(super) use charts;
