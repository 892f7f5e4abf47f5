/*
 * GB 32100-2015 with Amendment 1: alphabet, check character, names.
 */
#include "gb32100.h"

const char	gb32100_alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* Sixteen bytes a row. */
#define F GB32100_FOREIGN
#define FOREIGN_ROW F, F, F, F, F, F, F, F, F, F, F, F, F, F, F, F

const uint8_t gb32100_value[256] = {
	FOREIGN_ROW,
	FOREIGN_ROW,
	FOREIGN_ROW,
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, F, F, F, F, F, F,
	F, 10, 11, 12, 13, 14, 15, 16, 17, F, 18, 19, 20, 21, 22, F,
	23, 24, 25, F, 26, 27, F, 28, 29, 30, F, F, F, F, F, F,
	F, 10, 11, 12, 13, 14, 15, 16, 17, F, 18, 19, 20, 21, 22, F,
	23, 24, 25, F, 26, 27, F, 28, 29, 30, F, F, F, F, F, F,
	FOREIGN_ROW, FOREIGN_ROW, FOREIGN_ROW, FOREIGN_ROW,
	FOREIGN_ROW, FOREIGN_ROW, FOREIGN_ROW, FOREIGN_ROW
};

#undef F
#undef FOREIGN_ROW

int
gb32100_check_value(const uint8_t value[GB32100_LENGTH - 1])
{
	/*
	 * 3^(i-1) mod 31; written out, because every value read or written passes
	 * here
	 */
	unsigned	sum = value[0] + 3u * value[1] + 9u * value[2] + 27u * value[3] +
		19u * value[4] + 26u * value[5] + 16u * value[6] + 17u * value[7] +
		20u * value[8] + 29u * value[9] + 25u * value[10] + 13u * value[11] +
		8u * value[12] + 24u * value[13] + 10u * value[14] + 30u * value[15] +
		28u * value[16];

	/* 31 - (sum mod 31), where 31 is written as 0 */
	return (int) ((31 - sum % 31) % 31);
}

int
gb32100_solve(const uint8_t value[GB32100_LENGTH], int position)
{
	/* inverses of the weights mod 31; the check character counts once */
	static const uint8_t inverse[GB32100_LENGTH] = {
		1, 21, 7, 23, 18, 6, 2, 11, 14, 15, 5, 12, 4, 22, 28, 30, 10, 1
	};
	uint8_t		others[GB32100_LENGTH];

	for (int i = 0; i < GB32100_LENGTH; i++)
		others[i] = i == position ? 0 : value[i];
	/* -sum of the others / weight */
	return (gb32100_check_value(others) + 31 - others[GB32100_LENGTH - 1]) * inverse[position] % 31;
}

/* GB 32100-2015, table 2; from A on, Amendment 1 and later assignments. */
static const Gb32100Department departments[] = {
	{'1', "机构编制", "institutional establishment"},
	{'2', "外交", "foreign affairs"},
	{'3', "司法行政", "judicial administration"},
	{'4', "文化", "culture"},
	{'5', "民政", "civil affairs"},
	{'6', "旅游", "tourism"},
	{'7', "宗教", "religious affairs"},
	{'8', "工会", "trade unions"},
	{'9', "工商（市场监管）", "market regulation"},
	{'A', "中央军委改革和编制办公室", "Central Military Commission"},
	{'G', "公安", "public security"},
	{'J', "住房城乡建设", "housing and construction"},
	{'N', "农业（农业农村）", "agriculture"},
	{'Q', "侨联", "overseas Chinese federations"},
	{'Y', "其他", "other"},
};

/*
 * GB 32100-2015, table 2, as amended.  32100-2015/XG1-2016 has 37 of these;
 * 36, 54, 55, 82, 99, G1, G9, J1, J9 and those of Q come from the later
 * practice of the assigning centre and of the registries.
 */
const Gb32100Category gb32100_categories[] = {
	{'1', '1', "机关", "government body"},
	{'1', '2', "事业单位", "public institution"},
	{'1', '3', "编办直接管理机构编制的群众团体", "mass organization"},
	{'1', '9', "其他", "other"},
	{'2', '1', "外国常驻新闻机构", "resident foreign news agency"},
	{'2', '9', "其他", "other"},
	{'3', '1', "律师执业机构", "law firm"},
	{'3', '2', "公证处", "notary office"},
	{'3', '3', "基层法律服务所", "grassroots legal service"},
	{'3', '4', "司法鉴定机构", "forensic institution"},
	{'3', '5', "仲裁委员会", "arbitration commission"},
	{'3', '6', "商事调解组织", "commercial mediation organization"},
	{'3', '9', "其他", "other"},
	{'4', '1', "外国在华文化中心", "foreign cultural centre"},
	{'4', '9', "其他", "other"},
	{'5', '1', "社会团体", "social organization"},
	{'5', '2', "民办非企业单位", "private non-enterprise unit"},
	{'5', '3', "基金会", "foundation"},
	{'5', '4', "村民委员会", "villagers' committee"},
	{'5', '5', "居民委员会", "residents' committee"},
	{'5', '9', "其他", "other"},
	{'6', '1', "外国旅游部门常驻代表机构", "resident office of a foreign tourism authority"},
	{'6', '2', "港澳台地区旅游部门常驻内地（大陆）代表机构", "resident office of a Hong Kong, Macao or Taiwan tourism authority"},
	{'6', '9', "其他", "other"},
	{'7', '1', "宗教活动场所", "place of worship"},
	{'7', '2', "宗教院校", "religious school"},
	{'7', '9', "其他", "other"},
	{'8', '1', "基层工会", "primary union"},
	{'8', '2', "非法人工会组织", "unincorporated union"},
	{'8', '9', "其他", "other"},
	{'9', '1', "企业", "enterprise"},
	{'9', '2', "个体工商户", "individual business"},
	{'9', '3', "农民专业合作社", "farmers' cooperative"},
	{'9', '9', "其他", "other"},
	{'A', '1', "军队事业单位", "military institution"},
	{'A', '9', "其他", "other"},
	{'G', '1', "境外非政府组织代表机构", "overseas NGO office"},
	{'G', '9', "其他", "other"},
	{'J', '1', "业主大会", "owners' assembly"},
	{'J', '9', "其他", "other"},
	{'N', '1', "组级集体经济组织", "group-level collective economic organization"},
	{'N', '2', "村级集体经济组织", "village-level collective economic organization"},
	{'N', '3', "乡镇级集体经济组织", "township-level collective economic organization"},
	{'N', '9', "其他", "other"},
	{'Q', '1', "区县级", "county level"},
	{'Q', '2', "乡镇级", "township level"},
	{'Q', '3', "村级", "village level"},
	{'Q', '9', "其他", "other"},
	{'Y', '1', "其他", "other"},
};

const int	gb32100_category_count = sizeof(gb32100_categories) / sizeof(gb32100_categories[0]);

const Gb32100Department *
gb32100_department(char department)
{
	for (size_t i = 0; i < sizeof(departments) / sizeof(departments[0]); i++)
		if (departments[i].department == department)
			return &departments[i];
	return NULL;
}

const Gb32100Category *
gb32100_category(char department, char category)
{
	for (int i = 0; i < gb32100_category_count; i++)
		if (gb32100_categories[i].department == department &&
			gb32100_categories[i].category == category)
			return &gb32100_categories[i];
	return NULL;
}
