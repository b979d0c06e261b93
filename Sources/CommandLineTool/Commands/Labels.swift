import Mobilization
import Organization
import Places
import Words

// What users read for the cases of other rooms' enumerations.

extension Role {
    var label: LocalizedText {
        switch self {
        case .districtCadre: LocalizedText(zh: "区级干部", en: "district cadres")
        case .streetCadre: LocalizedText(zh: "镇街干部", en: "street cadres")
        case .communityWorker: LocalizedText(zh: "社区工作者", en: "community workers")
        case .gridWorker: LocalizedText(zh: "网格员", en: "grid workers")
        case .registeredMember: LocalizedText(zh: "双报到党员", en: "registered members")
        case .volunteer: LocalizedText(zh: "志愿者", en: "volunteers")
        case .departmentOfficer: LocalizedText(zh: "派驻部门人员", en: "department officers")
        case .propertyStaff: LocalizedText(zh: "物业人员", en: "property staff")
        case .medicalStaff: LocalizedText(zh: "医务人员", en: "medical staff")
        }
    }
}

extension OrganizationLevel {
    var label: LocalizedText {
        switch self {
        case .district: LocalizedText(zh: "区", en: "district")
        case .street: LocalizedText(zh: "镇街", en: "streets and towns")
        case .community: LocalizedText(zh: "村（社区）", en: "communities and villages")
        case .grid: LocalizedText(zh: "网格", en: "grids")
        case .compound: LocalizedText(zh: "小区", en: "compounds")
        case .unit: LocalizedText(zh: "机关企事业单位", en: "units")
        }
    }
}

extension Facility.Kind {
    var label: LocalizedText {
        switch self {
        case .serviceCenter: LocalizedText(zh: "党群服务中心", en: "service centers")
        case .areaCenter: LocalizedText(zh: "园区商圈中心", en: "area centers")
        case .communityCenter: LocalizedText(zh: "村（社区）中心", en: "community centers")
        case .hospital: LocalizedText(zh: "医院", en: "hospitals")
        case .shelter: LocalizedText(zh: "安置点", en: "shelters")
        }
    }
}

extension TaskKind {
    var label: LocalizedText {
        switch self {
        case .warn: LocalizedText(zh: "上门告知转移", en: "warning households")
        case .transfer: LocalizedText(zh: "转移须帮扶居民", en: "moving residents who need help")
        case .post: LocalizedText(zh: "值守", en: "holding a post")
        }
    }
}
