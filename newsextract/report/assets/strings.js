/* What the interface says, in English and Chinese. */
(() => {
  const STRINGS = {
    skip: ["Skip to content", "跳到正文"],
    overview: ["Overview", "概览"], articles: ["Articles", "文章"], facts: ["Facts", "事实"],
    entities: ["Entities", "实体"], figures: ["Figures", "数据"], timeline: ["Timeline", "时间线"],
    pages: ["Pages", "版面"], mentions: ["Mentions", "提及"], views: ["Views", "视图"],
    search: ["Search the text, names, headlines…", "搜索正文、名称、标题……"],
    filters: ["Filters", "筛选"], clear: ["Clear all", "全部清除"], types: ["Mentions of", "提及类型"],
    amount: ["Amount (yuan)", "金额（元）"], from: ["from", "不低于"], to: ["to", "不高于"],
    amountLow: ["500万", "500万"], amountHigh: ["1.2亿", "1.2亿"],
    published: ["Published", "出版日期"], entity: ["Person, body or place", "人物、机构或地点"],
    policy: ["Policy", "政策"], any: ["any", "不限"],
    csv: ["Export CSV", "导出 CSV"], print: ["Print", "打印"], help: ["Keys", "快捷键"],
    dark: ["Dark", "深色"], light: ["Light", "浅色"], auto: ["Auto", "自动"], theme: ["Colours", "配色"],
    language: ["中文", "English"],
    nArticles: ["{} article|{} articles", "{} 篇文章"], nMentions: ["{} mention|{} mentions", "{} 处提及"],
    ofArticles: ["{} of {} articles", "{} / {} 篇文章"],
    nothing: ["Nothing here passes the filters.", "没有符合筛选条件的内容。"],
    nothingFound: ["Nothing of this kind was found on these pages.", "这些版面中没有这类内容。"],
    untitled: ["(no headline)", "（无标题）"], undated: ["date unknown", "日期不详"],
    asArticle: ["Article", "文章"], asPrinted: ["As printed", "原版面"],
    noText: ["The text of this page was not kept.", "未保存本版面的原文。"],
    allOfPage: ["All articles of this page", "本版全部文章"], previous: ["Previous", "上一篇"], next: ["Next", "下一篇"],
    back: ["Back to the list", "返回列表"], duplicate: ["printed a second time on this page", "本版重复刊登"],
    reporters: ["Reporters", "记者"], correspondents: ["Correspondents", "通讯员"], photographers: ["Photographs", "摄影"],
    confidence: ["Confidence", "置信度"], evidence: ["Evidence", "依据"], value: ["Value", "取值"],
    openEntity: ["Enter opens its page", "按回车键打开其页面"], furniture: ["outside any article", "不属于任何文章"],
    code: ["Code", "代码"], inContext: ["In context", "上下文"], together: ["Mentioned together with", "共同出现"],
    times: ["once|{} times", "{} 次"], inArticles: ["in {} article|in {} articles", "见于 {} 篇文章"],
    name: ["Name", "名称"], type: ["Type", "类型"], article: ["Article", "文章"], page: ["Page", "版面"],
    text: ["Text", "原文"], sentence: ["Sentence", "句子"], kind: ["Kind", "种类"],
    largest: ["Largest amounts of money", "最大金额"], spread: ["How large the amounts are", "金额分布"],
    spreadHint: ["number of amounts by size, in yuan", "按数量级统计的金额个数（元）"],
    indicators: ["Indicators", "指标"], indicatorsHint: ["what was measured, with its change", "统计指标及其变化"],
    perMonth: ["Dates mentioned, by month", "文中提到的日期（按月）"], perYear: ["Dates mentioned, by year", "文中提到的日期（按年）"], perDay: ["Pages by day of publication", "版面（按出版日期）"],
    topEntities: ["Most often mentioned", "提及最多"], byType: ["What was found", "提取结果"],
    topPolicies: ["Policies", "政策文件"], recent: ["Articles richest in facts", "事实最多的文章"],
    failed: ["failed", "失败"], empty: ["no text", "无文字"],
    sortBy: ["Sort by", "排序"], byOrder: ["page order", "版面顺序"], byDate: ["date", "日期"], byAmount: ["largest amount", "最大金额"],
    keys: ["Keyboard", "键盘操作"], keySearch: ["search", "搜索"], keyNext: ["next / previous article", "下一篇 / 上一篇"],
    keyBack: ["back to the list", "返回列表"], keyViews: ["views", "切换视图"], keyHelp: ["this list", "本说明"],
    keyMention: ["next mention, with its value", "下一处提及及其取值"], close: ["Close", "关闭"],
    made: ["made by newsextract {}", "由 newsextract {} 生成"], all: ["All", "全部"],
    more: ["more", "更多"], menu: ["Filters", "筛选"],
    approx: ["about", "约"], min: ["at least", "不少于"], max: ["at most", "不超过"],
    working: ["working days", "工作日"], repaired: ["repaired OCR error", "已修正 OCR 错误"],
  };

  const TYPES = {
    MONEY: ["Money", "金额"], PERCENT: ["Percent", "百分比"], QUANTITY: ["Quantity", "数量"], ORDINAL: ["Ordinal", "序数"],
    TIME: ["Time", "时间"], POLICY: ["Policy", "政策"], DOC_NUMBER: ["Document no.", "文号"], WORK: ["Work", "作品"],
    PERSON: ["Person", "人物"], POSITION: ["Position", "职务"], ORG: ["Organisation", "机构"], PLACE: ["Place", "地点"],
    EVENT: ["Event", "活动"], PRODUCT: ["Product", "产品"],
  };

  const FACTS = {
    appointment: ["Posts", "任职"], indicator: ["Indicators", "指标"], issuance: ["Documents issued", "发文"],
    assignment: ["Tasks", "任务分工"], deal: ["Deals", "资金往来"],
  };

  const FIELDS = {
    person: ["Person", "人物"], position: ["Position", "职务"], organization: ["Organisation", "机构"], action: ["Action", "动作"],
    subject: ["Subject", "主体"], indicator: ["Indicator", "指标"], value: ["Value", "数值"], change: ["Change", "变化"],
    rank: ["Rank", "位次"], period: ["Period", "时期"], policy: ["Document", "文件"], issuer: ["Issued by", "发文机关"],
    doc_number: ["Number", "文号"], date: ["Date", "日期"], task: ["Task", "任务"], bodies: ["Responsible", "责任单位"],
    deal: ["Kind", "种类"], amount: ["Amount", "金额"], parties: ["Parties", "各方"], instrument: ["Instrument", "工具"],
    collateral: ["Collateral", "质押物"], rate: ["Rate", "利率"], count: ["Count", "笔数"],
  };

  const VALUES = {
    appointed: ["appointed", "任命"], removed: ["removed", "免去"],
    loan: ["loan", "贷款"], pledge_loan: ["pledge loan", "质押贷款"], securitisation: ["securitisation", "证券化"],
    subsidy: ["subsidy", "补助"], interest_subsidy: ["interest subsidy", "贴息"], fund: ["fund", "基金"],
    investment: ["investment", "投资"], contract: ["contract", "合同"], fine: ["fine", "罚款"], award: ["award", "奖励"],
    lender: ["lender", "贷款方"], borrower: ["borrower", "借款方"], issuer: ["issuer", "发行方"], investor: ["investor", "投资方"],
    investee: ["investee", "被投资方"], recipient: ["recipient", "受益方"], payer: ["payer", "出资方"],
    guarantor: ["guarantor", "担保方"], buyer: ["buyer", "采购方"], seller: ["seller", "出售方"], contractor: ["contractor", "承包方"],
    date: ["day", "日期"], period: ["period", "时段"], duration: ["duration", "时长"], set: ["recurring", "周期"], vague: ["vague", "模糊时间"],
    morning: ["morning", "上午"], noon: ["noon", "中午"], afternoon: ["afternoon", "下午"], evening: ["evening", "晚上"], night: ["night", "夜间"],
    given: ["given", "由用户给出"], name: ["from the file name", "据文件名"], imprint: ["as printed", "据版面"], inferred: ["inferred", "推断"],
  };

  const pick = (table, key) => {
    const row = Object.hasOwn(table, key) ? table[key] : null;
    return row ? row[NX.language === "zh" ? 1 : 0] : key;
  };

  /** A sentence of the interface, its {} filled one after the other; one that has a singular has it before the bar. */
  NX.t = (key, ...values) => {
    const [one, many = one] = pick(STRINGS, key).split("|");
    return (String(values[0]) === "1" ? one : many).replace(/\{\}/g, () => String(values.shift()));
  };
  NX.typeName = (type) => pick(TYPES, type);
  NX.factName = (kind) => pick(FACTS, kind);
  NX.fieldName = (field) => pick(FIELDS, field);
  NX.valueName = (value) => pick(VALUES, value);
  NX.TYPES = Object.keys(TYPES);
  NX.FACTS = Object.keys(FACTS);
})();
