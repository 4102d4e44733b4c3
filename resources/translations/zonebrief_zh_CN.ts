<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>ZoneBrief</name>
    <message>
      <source> characters a minute</source>
      <translation> 字/分钟</translation>
    </message>
    <message>
      <source> {count} entries have no source or do not match it.</source>
      <translation>其中 {count} 处未附来源或与出处不符。</translation>
    </message>
    <message>
      <source> … in full in the notes</source>
      <translation> …… 全部出处见备注</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>, row {row}</source>
      <translation>，第 {row} 行</translation>
    </message>
    <message>
      <source>, {column}</source>
      <translation>，{column} 列</translation>
    </message>
    <message>
      <source>.</source>
      <translation>。</translation>
    </message>
    <message>
      <source>; </source>
      <translation>；</translation>
    </message>
    <message>
      <source>; did you mean {near}?</source>
      <translation>；是否应为 {near}？</translation>
    </message>
    <message>
      <source>; {count} more are not shown</source>
      <translation>另有 {count} 项未列</translation>
    </message>
    <message>
      <source>A briefing is being shown</source>
      <translation>正在放映简报</translation>
    </message>
    <message>
      <source>A file that ends in {ending} is always the whole pack; leave out {options}.</source>
      <translation>{ending} 文件总是整个简报包，请去掉 {options}。</translation>
    </message>
    <message>
      <source>A name, a number, or pinyin initials</source>
      <translation>名称、数字或拼音首字母</translation>
    </message>
    <message>
      <source>A pack waits until the show is over: {name}</source>
      <translation>放映结束后打开：{name}</translation>
    </message>
    <message>
      <source>A show needs at least one slide.</source>
      <translation>放映稿至少要有一页。</translation>
    </message>
    <message>
      <source>A show:</source>
      <translation>放映稿：</translation>
    </message>
    <message>
      <source>About this file</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Actual</source>
      <translation>实绩</translation>
    </message>
    <message>
      <source>Agrees with the quoted words</source>
      <translation>与引文一致</translation>
    </message>
    <message>
      <source>Agrees with the quoted words but for the {parts}</source>
      <translation>除{parts}外与引文一致</translation>
    </message>
    <message>
      <source>Agrees with the source</source>
      <translation>与原文一致</translation>
    </message>
    <message>
      <source>Agrees with the source but for the {parts}</source>
      <translation>除{parts}外与原文一致</translation>
    </message>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>All is well.</source>
      <translation>一切正常。</translation>
    </message>
    <message>
      <source>All pages</source>
      <translation>全部页签</translation>
    </message>
    <message>
      <source>Always the whole pack: filters and hidden slides leave nothing out</source>
      <translation>总是整个简报包：不受筛选和隐藏的幻灯片影响</translation>
    </message>
    <message>
      <source>Arrange</source>
      <translation>编排</translation>
    </message>
    <message>
      <source>Arrange shows…</source>
      <translation>放映稿…</translation>
    </message>
    <message>
      <source>Arrow</source>
      <translation>箭头</translation>
    </message>
    <message>
      <source>As of</source>
      <translation>截至</translation>
    </message>
    <message>
      <source>As their sources write them; nothing is rounded. “Wording” is the source's.</source>
      <translation>数值与原文一致，未作四舍五入；“原文表述”一栏照录原文用语。</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Bars</source>
      <translation>条形图</translation>
    </message>
    <message>
      <source>Before the show</source>
      <translation>放映前核对</translation>
    </message>
    <message>
      <source>Black</source>
      <translation>黑屏</translation>
    </message>
    <message>
      <source>Body</source>
      <translation>正文</translation>
    </message>
    <message>
      <source>Briefing</source>
      <translation>简报</translation>
    </message>
    <message>
      <source>Briefing on {title}</source>
      <translation>{title}情况简报</translation>
    </message>
    <message>
      <source>Briefing packs (*.zonebrief datapackage.json);;All files (*)</source>
      <translation>简报包 (*.zonebrief datapackage.json);;所有文件 (*)</translation>
    </message>
    <message>
      <source>By the quoted words the number does not measure “{indicator}”.</source>
      <translation>按引文，这一数值不是“{indicator}”。</translation>
    </message>
    <message>
      <source>By the quoted words the number measures “{words}”, not “{indicator}”.</source>
      <translation>引文中这一数值是“{words}”，不是“{indicator}”。</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancelled; nothing was written.</source>
      <translation>已取消，未写入任何文件。</translation>
    </message>
    <message>
      <source>Card</source>
      <translation>卡片</translation>
    </message>
    <message>
      <source>Cards</source>
      <translation>数字卡</translation>
    </message>
    <message>
      <source>Cards: {page}</source>
      <translation>数字卡：{page}</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Chart: copy as picture and table</source>
      <translation>图表：复制为图片和表格</translation>
    </message>
    <message>
      <source>Chart: {page}</source>
      <translation>图表：{page}</translation>
    </message>
    <message>
      <source>Charts</source>
      <translation>图表</translation>
    </message>
    <message>
      <source>Check the installation</source>
      <translation>检查安装</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>正在核对…</translation>
    </message>
    <message>
      <source>Choose a figure to see its source.</source>
      <translation>请选择一项数据查看其出处。</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>选择文件夹…</translation>
    </message>
    <message>
      <source>Choose a show.</source>
      <translation>请选择放映稿。</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Citation</source>
      <translation>出处核对</translation>
    </message>
    <message>
      <source>Citations</source>
      <translation>出处核对</translation>
    </message>
    <message>
      <source>Citations {numbers}</source>
      <translation>出处 {numbers}</translation>
    </message>
    <message>
      <source>Clear ink</source>
      <translation>清除笔迹</translation>
    </message>
    <message>
      <source>Clear the filter, close the sources, leave full screen</source>
      <translation>清除筛选、关闭出处、退出全屏</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close the sources</source>
      <translation>关闭出处</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>柱形图</translation>
    </message>
    <message>
      <source>Community</source>
      <translation>社区</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>企业</translation>
    </message>
    <message>
      <source>Console</source>
      <translation>演讲者屏</translation>
    </message>
    <message>
      <source>Content</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Copy all</source>
      <translation>全部复制</translation>
    </message>
    <message>
      <source>Copy as table</source>
      <translation>复制为表格</translation>
    </message>
    <message>
      <source>Copy quote</source>
      <translation>复制引文</translation>
    </message>
    <message>
      <source>Copy the exhibit as picture and table</source>
      <translation>将图表复制为图片和表格</translation>
    </message>
    <message>
      <source>Copying… {percent}%</source>
      <translation>正在复制… {percent}%</translation>
    </message>
    <message>
      <source>Counting… {words}</source>
      <translation>正在统计…… {words}</translation>
    </message>
    <message>
      <source>Cover</source>
      <translation>封面</translation>
    </message>
    <message>
      <source>DOCX: document</source>
      <translation>DOCX：文档</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>时点</translation>
    </message>
    <message>
      <source>Decide later</source>
      <translation>以后再定</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Delete the show</source>
      <translation>删除放映稿</translation>
    </message>
    <message>
      <source>Delete the show “{name}” from the pack? Its slides stay in the pack.</source>
      <translation>从简报包中删除放映稿“{name}”？其中的页面仍保留在简报包里。</translation>
    </message>
    <message>
      <source>Delete the show…</source>
      <translation>删除放映稿…</translation>
    </message>
    <message>
      <source>Derived</source>
      <translation>推算</translation>
    </message>
    <message>
      <source>Derived: {sum}</source>
      <translation>推算：{sum}</translation>
    </message>
    <message>
      <source>Desktop</source>
      <translation>桌面环境</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>相差</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>不采用</translation>
    </message>
    <message>
      <source>Discard them</source>
      <translation>舍弃改动</translation>
    </message>
    <message>
      <source>Display system</source>
      <translation>显示系统</translation>
    </message>
    <message>
      <source>Do not save</source>
      <translation>不保存</translation>
    </message>
    <message>
      <source>Does not match the source</source>
      <translation>与出处不符</translation>
    </message>
    <message>
      <source>Dots</source>
      <translation>点阵图</translation>
    </message>
    <message>
      <source>Double click</source>
      <translation>双击</translation>
    </message>
    <message>
      <source>Drag</source>
      <translation>拖动</translation>
    </message>
    <message>
      <source>EDTF (ISO 8601-2): 2024-12~ about, 2025-03? uncertain, ../2024-10 not later than</source>
      <translation>采用 EDTF 写法（ISO 8601-2）：2024-12~ 表示前后，2025-03? 表示存疑，../2024-10 表示不晚于</translation>
    </message>
    <message>
      <source>End</source>
      <translation>结束</translation>
    </message>
    <message>
      <source>Enter shows it, Esc goes back.</source>
      <translation>按回车展示所选，按 Esc 返回。</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>退格</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>橡皮</translation>
    </message>
    <message>
      <source>Every slide is hidden; show one first.</source>
      <translation>各页均已隐藏，请先显示至少一页。</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export into a folder</source>
      <translation>导出到文件夹</translation>
    </message>
    <message>
      <source>Export without the changes</source>
      <translation>不含改动，按已保存的导出</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>Facilities</source>
      <translation>设施</translation>
    </message>
    <message>
      <source>Facility</source>
      <translation>设施</translation>
    </message>
    <message>
      <source>Fade from slide to slide</source>
      <translation>翻页淡入</translation>
    </message>
    <message>
      <source>Faults</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>Figures are as their sources write them. Those marked derived are worked out from others, targets and forecasts have not been reached yet. Numbers in brackets lead to the citations at the end.</source>
      <translation>本简报数据均与原文一致。标注“推算”的由其他数据推算得出，标注“目标”“预计”的尚未实现。方括号内数字为文末出处编号。</translation>
    </message>
    <message>
      <source>Figures of the formula</source>
      <translation>算式所用数据</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Filter figures, projects, facilities  (Ctrl+F)</source>
      <translation>筛选数字、项目、设施  Ctrl+F</translation>
    </message>
    <message>
      <source>Filter the page</source>
      <translation>筛选本页</translation>
    </message>
    <message>
      <source>Filter this list</source>
      <translation>筛选本表</translation>
    </message>
    <message>
      <source>Filtered: {words}; the rest is left out</source>
      <translation>仅含筛选内容：{words}，其余未列</translation>
    </message>
    <message>
      <source>Find and show</source>
      <translation>查找并展示</translation>
    </message>
    <message>
      <source>Finding</source>
      <translation>核对发现</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>核对结果</translation>
    </message>
    <message>
      <source>First</source>
      <translation>第一页</translation>
    </message>
    <message>
      <source>Fit the columns</source>
      <translation>自动调整列宽</translation>
    </message>
    <message>
      <source>Font in use</source>
      <translation>当前字体</translation>
    </message>
    <message>
      <source>Font {name}</source>
      <translation>字体 {name}</translation>
    </message>
    <message>
      <source>Fonts</source>
      <translation>字体</translation>
    </message>
    <message>
      <source>Forecast</source>
      <translation>预计</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>Freeze</source>
      <translation>定格</translation>
    </message>
    <message>
      <source>From the beginning in {count} s; touch to go on here</source>
      <translation>{count} 秒后从头播放，轻触屏幕可继续观看</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <source>Give the file a name.</source>
      <translation>请填写文件名。</translation>
    </message>
    <message>
      <source>Give the show a name; the plan is kept with it.</source>
      <translation>请填写放映稿名称，用时计划随放映稿保存。</translation>
    </message>
    <message>
      <source>Go from item to item</source>
      <translation>逐项移动</translation>
    </message>
    <message>
      <source>Go from item to item within a chart</source>
      <translation>在图表内逐项移动</translation>
    </message>
    <message>
      <source>Go to number</source>
      <translation>跳转</translation>
    </message>
    <message>
      <source>Go to the slide with this number</source>
      <translation>跳到该页码</translation>
    </message>
    <message>
      <source>Ground</source>
      <translation>底色</translation>
    </message>
    <message>
      <source>Growth</source>
      <translation>增幅</translation>
    </message>
    <message>
      <source>Half-years</source>
      <translation>半年度</translation>
    </message>
    <message>
      <source>Hide ink</source>
      <translation>隐藏笔迹</translation>
    </message>
    <message>
      <source>Hide or show</source>
      <translation>隐藏/显示</translation>
    </message>
    <message>
      <source>How fast a script is read</source>
      <translation>讲解语速</translation>
    </message>
    <message>
      <source>Industry</source>
      <translation>产业</translation>
    </message>
    <message>
      <source>Industry chain</source>
      <translation>产业链</translation>
    </message>
    <message>
      <source>Industry page</source>
      <translation>产业页</translation>
    </message>
    <message>
      <source>Investment</source>
      <translation>投资</translation>
    </message>
    <message>
      <source>Investment page</source>
      <translation>投资页</translation>
    </message>
    <message>
      <source>It is worked out from what has no proof: {names}.</source>
      <translation>由无出处或与出处不符的数据推算：{names}。</translation>
    </message>
    <message>
      <source>Item</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Item in focus</source>
      <translation>当前项</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Kept as the show</source>
      <translation>存入放映稿</translation>
    </message>
    <message>
      <source>Key list</source>
      <translation>按键一览</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Larger script</source>
      <translation>讲解词放大</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>放大文字</translation>
    </message>
    <message>
      <source>Laser</source>
      <translation>激光笔</translation>
    </message>
    <message>
      <source>Last</source>
      <translation>最后一页</translation>
    </message>
    <message>
      <source>Leave these out</source>
      <translation>不放这些内容</translation>
    </message>
    <message>
      <source>Let go to open the pack</source>
      <translation>松开鼠标，打开简报包</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>线</translation>
    </message>
    <message>
      <source>List</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>List of citations</source>
      <translation>出处列表</translation>
    </message>
    <message>
      <source>List: copy the chosen rows as a table</source>
      <translation>列表：将所选行复制为表格</translation>
    </message>
    <message>
      <source>Livelihood</source>
      <translation>民生</translation>
    </message>
    <message>
      <source>Livelihood page</source>
      <translation>民生页</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>日志</translation>
    </message>
    <message>
      <source>Look closer</source>
      <translation>细看</translation>
    </message>
    <message>
      <source>Main screen</source>
      <translation>主屏幕</translation>
    </message>
    <message>
      <source>Menu: open a pack, export, text size, keys</source>
      <translation>菜单：打开简报包、导出、文字大小、按键</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>主题句</translation>
    </message>
    <message>
      <source>Milestone</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Milestones</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Minutes</source>
      <translation>用时（分钟）</translation>
    </message>
    <message>
      <source>Months</source>
      <translation>月度</translation>
    </message>
    <message>
      <source>More ▾</source>
      <translation>更多 ▾</translation>
    </message>
    <message>
      <source>Move about in what is zoomed</source>
      <translation>放大后移动画面</translation>
    </message>
    <message>
      <source>Move back</source>
      <translation>后移</translation>
    </message>
    <message>
      <source>Move forward</source>
      <translation>前移</translation>
    </message>
    <message>
      <source>Move the chosen slides</source>
      <translation>移动选中的页面</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name of the show</source>
      <translation>放映稿名称</translation>
    </message>
    <message>
      <source>Name of the show, such as “Leaders, 10 minutes”</source>
      <translation>放映稿名称，如“领导 10 分钟”</translation>
    </message>
    <message>
      <source>Nature</source>
      <translation>性质</translation>
    </message>
    <message>
      <source>New show</source>
      <translation>新建放映稿</translation>
    </message>
    <message>
      <source>New show, save, rename, delete</source>
      <translation>新建、保存、改名、删除放映稿</translation>
    </message>
    <message>
      <source>New show…</source>
      <translation>新建放映稿…</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一页</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>下一页签</translation>
    </message>
    <message>
      <source>Next source</source>
      <translation>看出处</translation>
    </message>
    <message>
      <source>Next, on the stage</source>
      <translation>放映屏上翻到下一页</translation>
    </message>
    <message>
      <source>No PIN is set: whoever holds the top right corner for three seconds ends the show.</source>
      <translation>未设置 PIN：任何人按住右上角三秒即可退出放映。</translation>
    </message>
    <message>
      <source>No faults.</source>
      <translation>没有发现问题。</translation>
    </message>
    <message>
      <source>No period given</source>
      <translation>未注明时期</translation>
    </message>
    <message>
      <source>No program here opens {path}.</source>
      <translation>本机没有能打开 {path} 的程序。</translation>
    </message>
    <message>
      <source>No slide is selected</source>
      <translation>未选中页面</translation>
    </message>
    <message>
      <source>No source given</source>
      <translation>未附来源</translation>
    </message>
    <message>
      <source>No source is given for this entry.</source>
      <translation>本条未附来源。</translation>
    </message>
    <message>
      <source>No source is given for this figure.</source>
      <translation>本数据未附来源。</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>标准文字大小</translation>
    </message>
    <message>
      <source>Not in the quoted words: {parts}</source>
      <translation>引文未载：{parts}</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Nothing can be written here: settings last until the window is closed.</source>
      <translation>这里不能写入：设置只保留到窗口关闭。</translation>
    </message>
    <message>
      <source>Nothing here matches “{words}”.</source>
      <translation>没有与“{words}”相符的内容。</translation>
    </message>
    <message>
      <source>Nothing on this page matches “{needle}”.</source>
      <translation>本页没有与“{needle}”相符的内容。</translation>
    </message>
    <message>
      <source>Notices: {count}.</source>
      <translation>提示 {count} 条。</translation>
    </message>
    <message>
      <source>Number of the slide, 1 to {count}</source>
      <translation>页码（1 至 {count}）</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>确定</translation>
    </message>
    <message>
      <source>On this page</source>
      <translation>本页数据</translation>
    </message>
    <message>
      <source>Only: {pages}</source>
      <translation>仅含：{pages}</translation>
    </message>
    <message>
      <source>Open a pack</source>
      <translation>打开简报包</translation>
    </message>
    <message>
      <source>Open a pack file…</source>
      <translation>打开简报包文件…</translation>
    </message>
    <message>
      <source>Open a pack folder</source>
      <translation>打开简报包文件夹</translation>
    </message>
    <message>
      <source>Open a pack folder…</source>
      <translation>打开简报包文件夹…</translation>
    </message>
    <message>
      <source>Open the file</source>
      <translation>打开文件</translation>
    </message>
    <message>
      <source>Opening {name} …</source>
      <translation>正在打开 {name} …</translation>
    </message>
    <message>
      <source>Opening: {page}</source>
      <translation>章节：{page}</translation>
    </message>
    <message>
      <source>Other periods</source>
      <translation>其他时期</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>总览</translation>
    </message>
    <message>
      <source>PDF: handout, A4</source>
      <translation>PDF：讲义（A4）</translation>
    </message>
    <message>
      <source>PDF: slides</source>
      <translation>PDF：幻灯片</translation>
    </message>
    <message>
      <source>PIN, to leave</source>
      <translation>退出请输入 PIN</translation>
    </message>
    <message>
      <source>PNG: pictures of the pages</source>
      <translation>PNG：各页签图片</translation>
    </message>
    <message>
      <source>PNG: pictures of the slides</source>
      <translation>PNG：各幻灯片图片</translation>
    </message>
    <message>
      <source>PPTX: presentation</source>
      <translation>PPTX：演示文稿</translation>
    </message>
    <message>
      <source>Pack</source>
      <translation>简报包</translation>
    </message>
    <message>
      <source>Pack version</source>
      <translation>简报包版本</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页签</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>页签内容</translation>
    </message>
    <message>
      <source>Pause clock</source>
      <translation>暂停计时</translation>
    </message>
    <message>
      <source>Pen</source>
      <translation>画笔</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>时期</translation>
    </message>
    <message>
      <source>Pictures (*.png)</source>
      <translation>图片 (*.png)</translation>
    </message>
    <message>
      <source>Planned</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>Point and draw</source>
      <translation>指点与圈画</translation>
    </message>
    <message>
      <source>Presenter's console</source>
      <translation>演讲者屏</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>上一页签</translation>
    </message>
    <message>
      <source>Programme</source>
      <translation>机制</translation>
    </message>
    <message>
      <source>Programmes</source>
      <translation>工作机制</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Projects</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>Projects in time</source>
      <translation>项目进程</translation>
    </message>
    <message>
      <source>Public service facilities</source>
      <translation>公共服务设施</translation>
    </message>
    <message>
      <source>Quarters</source>
      <translation>季度</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Quoted words</source>
      <translation>引文</translation>
    </message>
    <message>
      <source>Read the pack again</source>
      <translation>重新读取简报包</translation>
    </message>
    <message>
      <source>Reading the pack again …</source>
      <translation>正在重新读取简报包……</translation>
    </message>
    <message>
      <source>Recent packs</source>
      <translation>最近打开</translation>
    </message>
    <message>
      <source>Records that do not match their sources: {count}.</source>
      <translation>有 {count} 处与出处不符。</translation>
    </message>
    <message>
      <source>Rehearse</source>
      <translation>排练</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>改名</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>改名…</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <source>Reset clock</source>
      <translation>重新计时</translation>
    </message>
    <message>
      <source>Restore the order</source>
      <translation>恢复原来顺序</translation>
    </message>
    <message>
      <source>Ring</source>
      <translation>环形图</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save and export</source>
      <translation>保存并导出</translation>
    </message>
    <message>
      <source>Save as a pack of my own</source>
      <translation>另存为自己的简报包</translation>
    </message>
    <message>
      <source>Save as a pack of my own…</source>
      <translation>另存为自己的简报包…</translation>
    </message>
    <message>
      <source>Save the exhibit as a picture</source>
      <translation>将图表存为图片</translation>
    </message>
    <message>
      <source>Save the exhibit as a picture…</source>
      <translation>将图表存为图片…</translation>
    </message>
    <message>
      <source>Save under another name</source>
      <translation>另存为放映稿</translation>
    </message>
    <message>
      <source>Save under another name…</source>
      <translation>另存为放映稿…</translation>
    </message>
    <message>
      <source>Saved as {path}.</source>
      <translation>已存为 {path}。</translation>
    </message>
    <message>
      <source>Screen</source>
      <translation>屏幕</translation>
    </message>
    <message>
      <source>Screen {number}</source>
      <translation>屏幕 {number}</translation>
    </message>
    <message>
      <source>Script</source>
      <translation>讲解词</translation>
    </message>
    <message>
      <source>Seasons</source>
      <translation>季节</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>页签</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Settings could not be written to the disk and last until the window is closed; perhaps the disk is full, or the folder is write-protected.</source>
      <translation>设置未能写入磁盘，仅在本次运行中有效；请检查磁盘是否已满、文件夹是否只读。</translation>
    </message>
    <message>
      <source>Several months</source>
      <translation>累计时段</translation>
    </message>
    <message>
      <source>Shift + wheel</source>
      <translation>Shift+滚轮</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>放映</translation>
    </message>
    <message>
      <source>Show F5</source>
      <translation>放映 F5</translation>
    </message>
    <message>
      <source>Show anyway</source>
      <translation>照常放映</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>打开所在文件夹</translation>
    </message>
    <message>
      <source>Show in this show</source>
      <translation>放映时显示</translation>
    </message>
    <message>
      <source>Show or hide sources</source>
      <translation>显示或隐藏出处</translation>
    </message>
    <message>
      <source>Show the source</source>
      <translation>查看出处</translation>
    </message>
    <message>
      <source>Show the source of the item in focus</source>
      <translation>查看当前项的出处</translation>
    </message>
    <message>
      <source>Show the source of what is pointed at, on the console</source>
      <translation>在演讲者屏上点数据，展示其出处</translation>
    </message>
    <message>
      <source>Shows</source>
      <translation>放映稿</translation>
    </message>
    <message>
      <source>Slide</source>
      <translation>页</translation>
    </message>
    <message>
      <source>Slide number</source>
      <translation>页码</translation>
    </message>
    <message>
      <source>Slides</source>
      <translation>各页</translation>
    </message>
    <message>
      <source>Slides of the show</source>
      <translation>放映稿各页</translation>
    </message>
    <message>
      <source>Slides: {name}</source>
      <translation>放映稿：{name}</translation>
    </message>
    <message>
      <source>Smaller script</source>
      <translation>讲解词缩小</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>缩小文字</translation>
    </message>
    <message>
      <source>Something else of the name “{name}” is there already; choose another name.</source>
      <translation>此处已有名为“{name}”的其他项目，请换一个名称。</translation>
    </message>
    <message>
      <source>Something is wrong; see the lines marked ✗ or !.</source>
      <translation>有问题，请看标有 ✗ 或 ! 的各行。</translation>
    </message>
    <message>
      <source>Something went wrong: {what}. The app goes on; details are in {log}.</source>
      <translation>出现意外问题：{what}。程序可继续使用，详情见 {log}。</translation>
    </message>
    <message>
      <source>Something went wrong: {what}. The app goes on; no log could be written.</source>
      <translation>出现意外问题：{what}。程序可继续使用，但日志未能写入。</translation>
    </message>
    <message>
      <source>Sort by {column}</source>
      <translation>按{column}排序</translation>
    </message>
    <message>
      <source>Sorting… {percent}%</source>
      <translation>正在排序… {percent}%</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>出处</translation>
    </message>
    <message>
      <source>Source: {source}</source>
      <translation>出处：{source}</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>出处</translation>
    </message>
    <message>
      <source>Spent</source>
      <translation>实际用时</translation>
    </message>
    <message>
      <source>Spotlight</source>
      <translation>聚光灯</translation>
    </message>
    <message>
      <source>Stage</source>
      <translation>放映屏</translation>
    </message>
    <message>
      <source>Start the show</source>
      <translation>开始放映</translation>
    </message>
    <message>
      <source>Start the show at this page</source>
      <translation>从本页签开始放映</translation>
    </message>
    <message>
      <source>Start the show at this slide</source>
      <translation>从选中页开始放映</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>性质</translation>
    </message>
    <message>
      <source>Step back</source>
      <translation>退一步</translation>
    </message>
    <message>
      <source>Structure</source>
      <translation>结构图</translation>
    </message>
    <message>
      <source>Subjects</source>
      <translation>主体</translation>
    </message>
    <message>
      <source>Swap screens</source>
      <translation>换屏</translation>
    </message>
    <message>
      <source>System</source>
      <translation>系统</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表</translation>
    </message>
    <message>
      <source>Take over as the plan</source>
      <translation>采用为计划</translation>
    </message>
    <message>
      <source>Take over changes</source>
      <translation>采用新数据</translation>
    </message>
    <message>
      <source>Take them over</source>
      <translation>恢复改动</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>Targets</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>The PIN in the settings is not one: it takes {least} to {most} digits.</source>
      <translation>设置中的 PIN 无效：须为 {least} 至 {most} 位数字。</translation>
    </message>
    <message>
      <source>The chosen fault</source>
      <translation>所选问题</translation>
    </message>
    <message>
      <source>The disk is full, so “{path}” was left as it was.</source>
      <translation>磁盘已满，“{path}”未作改动。</translation>
    </message>
    <message>
      <source>The exhibit is on the clipboard, as a picture and as a table.</source>
      <translation>图表已复制到剪贴板，可粘贴为图片或表格。</translation>
    </message>
    <message>
      <source>The export failed; nothing was written.</source>
      <translation>导出失败，未写入任何文件。</translation>
    </message>
    <message>
      <source>The first {shown} of {count} rows</source>
      <translation>共 {count} 行，此处为前 {shown} 行</translation>
    </message>
    <message>
      <source>The folder of “{path}” is not there; check the name and the place.</source>
      <translation>“{path}”所在的文件夹不存在，请核对名称和位置。</translation>
    </message>
    <message>
      <source>The folder “{folder}” is not there; choose another place.</source>
      <translation>文件夹“{folder}”不存在，请另选位置。</translation>
    </message>
    <message>
      <source>The growth that the quoted words state for it is “{words}”, another one than the record's.</source>
      <translation>引文所说的增减是“{words}”，与本条所记不同。</translation>
    </message>
    <message>
      <source>The name has to end in one of {endings}.</source>
      <translation>文件名须以下列后缀之一结尾：{endings}。</translation>
    </message>
    <message>
      <source>The number is told of “{words}”, not of the record's subject.</source>
      <translation>引文说的是“{words}”的数值，不是本条主体的。</translation>
    </message>
    <message>
      <source>The pack as one file</source>
      <translation>简报包（单个文件）</translation>
    </message>
    <message>
      <source>The pack changed during the rehearsal and was not taken over; its times cannot be kept.</source>
      <translation>排练期间简报包有更新而未采用，用时无法存入。</translation>
    </message>
    <message>
      <source>The pack could not be taken over; the show goes on as it was. {why}</source>
      <translation>简报包未能采用，放映仍用原内容。{why}</translation>
    </message>
    <message>
      <source>The pack did not open</source>
      <translation>简报包未能打开</translation>
    </message>
    <message>
      <source>The pack has changed and no longer holds this show; it goes on as it was.</source>
      <translation>简报包已更新，其中不再有这份放映稿，放映按原内容继续。</translation>
    </message>
    <message>
      <source>The pack holds a show “{name}” already.</source>
      <translation>简报包里已有放映稿“{name}”。</translation>
    </message>
    <message>
      <source>The pack holds no panel “{panel}” any more; read it again first.</source>
      <translation>简报包中已没有图表“{panel}”，请先重新读取。</translation>
    </message>
    <message>
      <source>The pack holds no show “{name}”.</source>
      <translation>简报包中没有放映稿“{name}”。</translation>
    </message>
    <message>
      <source>The pack no longer holds the show “{name}”. Choose another one in the slide list (Ctrl+L), or press F5 again for the whole pack.</source>
      <translation>简报包中不再有放映稿“{name}”。请打开放映稿（Ctrl+L）另选一份，或再按 F5 放映全部内容。</translation>
    </message>
    <message>
      <source>The pack was read again; Ctrl+R takes it over.</source>
      <translation>简报包已重新读取，按 Ctrl+R 采用。</translation>
    </message>
    <message>
      <source>The pictures go into the folder “{name}”.</source>
      <translation>图片将存入文件夹“{name}”。</translation>
    </message>
    <message>
      <source>The place of “{name}” does not answer. Read the pack again later to see whether it was changed.</source>
      <translation>“{name}”所在的位置没有响应；请稍后重新读取简报包，查看改动是否已经写入。</translation>
    </message>
    <message>
      <source>The plan is not kept yet.</source>
      <translation>用时计划尚未保存。</translation>
    </message>
    <message>
      <source>The program ended unexpectedly before; details are in {log}.</source>
      <translation>程序此前曾意外退出，详细情况见 {log}。</translation>
    </message>
    <message>
      <source>The quote is longer than {most} characters; quote the shortest words that carry the fact.</source>
      <translation>引文超过 {most} 个字；请只引用能证明该事实的最短原文。</translation>
    </message>
    <message>
      <source>The quoted words do not hold the number {number}.</source>
      <translation>引文中没有 {number} 这一数值。</translation>
    </message>
    <message>
      <source>The quoted words do not stand in the source's document.</source>
      <translation>引文不见于来源文件。</translation>
    </message>
    <message>
      <source>The quoted words give “{words}” for this, not {number}.</source>
      <translation>引文中这一数据作“{words}”，不是 {number}。</translation>
    </message>
    <message>
      <source>The quoted words say “{words}” without the record's bound “{bound}”.</source>
      <translation>引文作“{words}”，没有本条所记的限定“{bound}”。</translation>
    </message>
    <message>
      <source>The quoted words say “{words}”, a range; the record has to give both of its ends.</source>
      <translation>引文作“{words}”，是一个范围，本条须写明两端。</translation>
    </message>
    <message>
      <source>The quoted words say “{words}”, which is not the record's bound “{bound}”.</source>
      <translation>引文作“{words}”，与记录中的限定“{bound}”不符。</translation>
    </message>
    <message>
      <source>The quoted words say “{words}”; the record leaves the bound out.</source>
      <translation>引文作“{words}”，记录漏了限定词。</translation>
    </message>
    <message>
      <source>The quoted words say “{words}”; the record makes it {status}.</source>
      <translation>引文作“{words}”，本条记为{status}。</translation>
    </message>
    <message>
      <source>The quoted words speak of “{words}”; the record says {period}.</source>
      <translation>引文说的是“{words}”，本条记为 {period}。</translation>
    </message>
    <message>
      <source>The quoted words state no such growth.</source>
      <translation>引文没有这样的增减。</translation>
    </message>
    <message>
      <source>The quoted words tell of what is done; the record makes it {status}.</source>
      <translation>引文说的是已完成的事，本条记为{status}。</translation>
    </message>
    <message>
      <source>The rehearsal</source>
      <translation>排练用时</translation>
    </message>
    <message>
      <source>The rehearsal took {spent}; {planned} are planned. Slides that were not shown keep their plan.</source>
      <translation>本次排练用时 {spent}，计划 {planned}。没有讲到的页保留原计划。</translation>
    </message>
    <message>
      <source>The rest</source>
      <translation>其余</translation>
    </message>
    <message>
      <source>The show cannot be written: {reason}</source>
      <translation>放映稿无法保存：{reason}</translation>
    </message>
    <message>
      <source>The size is width x height, from {least} to {most}.</source>
      <translation>尺寸写作“宽x高”，从 {least} 到 {most}。</translation>
    </message>
    <message>
      <source>The stage is black</source>
      <translation>放映屏黑屏中</translation>
    </message>
    <message>
      <source>The stage is frozen</source>
      <translation>放映屏已定格</translation>
    </message>
    <message>
      <source>The stage is frozen. Enter shows it, Esc goes back.</source>
      <translation>放映屏已定格。按回车展示所选，按 Esc 返回。</translation>
    </message>
    <message>
      <source>The stage is white</source>
      <translation>放映屏白屏中</translation>
    </message>
    <message>
      <source>The unit is {unit} in the record, but the quoted words say “{words}”.</source>
      <translation>记录的单位是{unit}，引文作“{words}”。</translation>
    </message>
    <message>
      <source>The whole pack</source>
      <translation>全部内容</translation>
    </message>
    <message>
      <source>The whole pack: filters, pages and shows leave nothing out of a workbook.</source>
      <translation>整个简报包：工作簿不因筛选、页签或放映稿而略去内容。</translation>
    </message>
    <message>
      <source>The window shows another pack; this show can take over changes of its own pack alone.</source>
      <translation>主窗口打开的是另一个简报包，本场放映只能采用其所用简报包的更新。</translation>
    </message>
    <message>
      <source>The words stand in the source, and what they say of it agrees.</source>
      <translation>引文见于原文，所说与本条一致。</translation>
    </message>
    <message>
      <source>The {part} differs: the quoted words say “{words}”.</source>
      <translation>{part}不符：引文作“{words}”。</translation>
    </message>
    <message>
      <source>The {part} is another one in the quoted words.</source>
      <translation>{part}与引文不符。</translation>
    </message>
    <message>
      <source>There are changes to “{name}” that were not saved: the program ended before, at about {time}.</source>
      <translation>“{name}”有未保存的改动：程序约于 {time} 退出，当时未及保存。</translation>
    </message>
    <message>
      <source>There is a show “{name}” already. Replace it?</source>
      <translation>已有放映稿“{name}”，是否替换？</translation>
    </message>
    <message>
      <source>There is no pack on disk that could be made one file.</source>
      <translation>磁盘上没有可打包为单个文件的简报包。</translation>
    </message>
    <message>
      <source>There is no pack on disk to keep shows in.</source>
      <translation>没有可以存放放映稿的简报包。</translation>
    </message>
    <message>
      <source>There is no page “{page}”; there are: {pages}</source>
      <translation>没有名为“{page}”的页签；现有：{pages}</translation>
    </message>
    <message>
      <source>There is no room left for “{name}”; free some or choose another place.</source>
      <translation>磁盘空间不足，无法写入“{name}”，请清理空间或另选位置。</translation>
    </message>
    <message>
      <source>There is no screen to show a window on; check, export and self-test work without one.</source>
      <translation>没有可显示窗口的屏幕；check、export、self-test 不需要屏幕。</translation>
    </message>
    <message>
      <source>There is no script for this slide.</source>
      <translation>本页没有讲解词。</translation>
    </message>
    <message>
      <source>There is no show “{show}”: this pack holds none.</source>
      <translation>没有名为“{show}”的放映稿：该简报包不含放映稿。</translation>
    </message>
    <message>
      <source>There is no show “{show}”; this pack holds: {names}</source>
      <translation>没有名为“{show}”的放映稿；该简报包含有：{names}</translation>
    </message>
    <message>
      <source>There is nothing in this category.</source>
      <translation>本类暂无内容。</translation>
    </message>
    <message>
      <source>There is nothing in this list yet.</source>
      <translation>本表暂无内容。</translation>
    </message>
    <message>
      <source>There is only one screen.</source>
      <translation>只有一块屏幕</translation>
    </message>
    <message>
      <source>This entry cannot be worked out ({reason}); please report it with the pack.</source>
      <translation>此项无法处理（{reason}）；请连同简报包一起反馈。</translation>
    </message>
    <message>
      <source>This entry is no longer in the pack.</source>
      <translation>这条数据已不在简报包中。</translation>
    </message>
    <message>
      <source>This is the last slide</source>
      <translation>已是最后一页</translation>
    </message>
    <message>
      <source>This pack belongs to the app, or cannot be written to. Shows are kept in a pack of your own: a copy in a folder that you choose.</source>
      <translation>这个简报包随软件附带，或所在位置不能写入。放映稿可以存到自己的简报包里：请选择一个文件夹存放副本。</translation>
    </message>
    <message>
      <source>This pack cannot be changed. Open the slide list (Ctrl+L) and save it as a pack of your own.</source>
      <translation>这个简报包不能改动。请打开放映稿（Ctrl+L），另存为自己的简报包。</translation>
    </message>
    <message>
      <source>This page as it is filtered: {page}, {words}</source>
      <translation>本页（按当前筛选）：{page}，{words}</translation>
    </message>
    <message>
      <source>This page has nothing to show yet.</source>
      <translation>本页暂无内容。</translation>
    </message>
    <message>
      <source>This page: {page}</source>
      <translation>本页：{page}</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Time of each slide</source>
      <translation>各页用时</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间轴</translation>
    </message>
    <message>
      <source>Timeline: earlier, later</source>
      <translation>时间轴：看更早、更晚</translation>
    </message>
    <message>
      <source>Timeline: move it with the pointer</source>
      <translation>时间轴：用指针拖动</translation>
    </message>
    <message>
      <source>Timeline: scroll through many projects</source>
      <translation>时间轴：项目多时上下滚动</translation>
    </message>
    <message>
      <source>Timeline: show all</source>
      <translation>时间轴：显示全部</translation>
    </message>
    <message>
      <source>Timeline: zoom in or out at the pointer</source>
      <translation>时间轴：以指针处为中心缩放</translation>
    </message>
    <message>
      <source>Timeline: zoom in, zoom out, show all</source>
      <translation>时间轴：放大、缩小、显示全部</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Touch the screen to turn the pages yourself</source>
      <translation>轻触屏幕，自己翻看</translation>
    </message>
    <message>
      <source>Translation</source>
      <translation>界面文字</translation>
    </message>
    <message>
      <source>Turn pages</source>
      <translation>翻页</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>尚未保存</translation>
    </message>
    <message>
      <source>Untitled briefing</source>
      <translation>未命名简报</translation>
    </message>
    <message>
      <source>Use the pack's own script</source>
      <translation>恢复简报包的讲解词</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>View</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>What</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>问题说明</translation>
    </message>
    <message>
      <source>What the quoted words say of it agrees.</source>
      <translation>引文所说与本条一致。</translation>
    </message>
    <message>
      <source>Wheel</source>
      <translation>滚轮</translation>
    </message>
    <message>
      <source>Where the copy of the pack is to stand</source>
      <translation>简报包副本的存放位置</translation>
    </message>
    <message>
      <source>White</source>
      <translation>白屏</translation>
    </message>
    <message>
      <source>Whole slide</source>
      <translation>全页</translation>
    </message>
    <message>
      <source>Without a source, or not matching it</source>
      <translation>未附来源或与出处不符</translation>
    </message>
    <message>
      <source>Wording</source>
      <translation>原文表述</translation>
    </message>
    <message>
      <source>Worked out</source>
      <translation>推算</translation>
    </message>
    <message>
      <source>Worked out from other figures: {formula} = {result}</source>
      <translation>由其他数据推算：{formula} = {result}</translation>
    </message>
    <message>
      <source>Worked out from other figures; the formula stands beside it.</source>
      <translation>由其他数据推算得出，公式附于其旁。</translation>
    </message>
    <message>
      <source>Worth a look: {count}; first {fault}.</source>
      <translation>另有 {count} 处请留意，第一处：{fault}。</translation>
    </message>
    <message>
      <source>Writing {name} …</source>
      <translation>正在写入 {name} …</translation>
    </message>
    <message>
      <source>Wrong PIN.</source>
      <translation>PIN 不正确。</translation>
    </message>
    <message>
      <source>Wrong PIN. Try again in {count} s.</source>
      <translation>PIN 不正确，请 {count} 秒后再试。</translation>
    </message>
    <message>
      <source>XLSX: workbook</source>
      <translation>XLSX：工作簿</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>年度</translation>
    </message>
    <message>
      <source>Zone</source>
      <translation>园区</translation>
    </message>
    <message>
      <source>ZoneBrief</source>
      <translation>经开简报</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Zoom in, zoom out</source>
      <translation>放大、缩小</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>a bracket in the formula is not closed</source>
      <translation>公式中有括号未闭合</translation>
    </message>
    <message>
      <source>a derived figure</source>
      <translation>推算数</translation>
    </message>
    <message>
      <source>a derived figure needs a formula, e.g. spending / share</source>
      <translation>推算数据须有公式，如 spending / share</translation>
    </message>
    <message>
      <source>a figure needs a value, a growth or a formula</source>
      <translation>一条数据须有数值、同比或公式之一</translation>
    </message>
    <message>
      <source>a figure with a formula has the status derived</source>
      <translation>有公式的数据，性质应为 derived（推算）</translation>
    </message>
    <message>
      <source>a figure with a formula is worked out by the app; leave its value empty</source>
      <translation>有公式的数据由程序推算，数值一栏请留空</translation>
    </message>
    <message>
      <source>a forecast</source>
      <translation>预计数</translation>
    </message>
    <message>
      <source>a number in the formula has more than {most} digits</source>
      <translation>公式中有超过 {most} 位的数</translation>
    </message>
    <message>
      <source>a range cannot be worked with; leave it out of the formula</source>
      <translation>区间数不能参与计算，请从公式中去掉</translation>
    </message>
    <message>
      <source>a ring shows a share; “{id}” has to be in %, ‰ or 倍</source>
      <translation>环形图表示占比，“{id}”的单位须为 %、‰ 或 倍</translation>
    </message>
    <message>
      <source>a spreadsheet made “{cell}” of a date; format the column as text in Excel or WPS, then write the date again, e.g. 2024-06</source>
      <translation>“{cell}”是表格软件改写过的日期；请在 Excel 或 WPS 中把该列设为文本格式，再重新填写日期，例如 2024-06</translation>
    </message>
    <message>
      <source>a target</source>
      <translation>目标数</translation>
    </message>
    <message>
      <source>about</source>
      <translation>约</translation>
    </message>
    <message>
      <source>about unchanged</source>
      <translation>基本持平</translation>
    </message>
    <message>
      <source>about {minutes}, by the script</source>
      <translation>约 {minutes}（按讲解词估算）</translation>
    </message>
    <message>
      <source>actual or planned</source>
      <translation>性质</translation>
    </message>
    <message>
      <source>allotted</source>
      <translation>已分房</translation>
    </message>
    <message>
      <source>an actual figure</source>
      <translation>实绩</translation>
    </message>
    <message>
      <source>and {count} more; mend these first</source>
      <translation>另有 {count} 处，请先改正以上各处</translation>
    </message>
    <message>
      <source>as of {date}</source>
      <translation>截至 {date}</translation>
    </message>
    <message>
      <source>at least</source>
      <translation>以上</translation>
    </message>
    <message>
      <source>at most</source>
      <translation>以内</translation>
    </message>
    <message>
      <source>bound</source>
      <translation>限定</translation>
    </message>
    <message>
      <source>can be written to</source>
      <translation>可写入</translation>
    </message>
    <message>
      <source>cannot be written to</source>
      <translation>不可写入</translation>
    </message>
    <message>
      <source>click</source>
      <translation>单击</translation>
    </message>
    <message>
      <source>completed</source>
      <translation>建成</translation>
    </message>
    <message>
      <source>date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>derived = {formula}</source>
      <translation>推算 = {formula}</translation>
    </message>
    <message>
      <source>document</source>
      <translation>原文文件</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>down {growth} on the year</source>
      <translation>同比下降 {growth}</translation>
    </message>
    <message>
      <source>drag</source>
      <translation>拖动</translation>
    </message>
    <message>
      <source>exactly</source>
      <translation>确数</translation>
    </message>
    <message>
      <source>figures of unlike periods, which have no axis in common, are shown apart: {kinds}</source>
      <translation>时期不同类的数据不能画在同一坐标轴上，已分开显示：{kinds}</translation>
    </message>
    <message>
      <source>first paint after {first} ms, complete after {complete} ms</source>
      <translation>首次显示 {first} 毫秒，全部显示 {complete} 毫秒</translation>
    </message>
    <message>
      <source>from a checkout</source>
      <translation>源码目录</translation>
    </message>
    <message>
      <source>giver</source>
      <translation>授予单位</translation>
    </message>
    <message>
      <source>growth</source>
      <translation>增减</translation>
    </message>
    <message>
      <source>hidden</source>
      <translation>已隐藏</translation>
    </message>
    <message>
      <source>in operation</source>
      <translation>运营中</translation>
    </message>
    <message>
      <source>indicator</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>it is nested too deeply</source>
      <translation>嵌套层次过深</translation>
    </message>
    <message>
      <source>name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>nearly</source>
      <translation>近</translation>
    </message>
    <message>
      <source>no date given</source>
      <translation>日期未载</translation>
    </message>
    <message>
      <source>no date given: {stages}</source>
      <translation>日期未载：{stages}</translation>
    </message>
    <message>
      <source>no file can have such a name</source>
      <translation>文件不能有这样的名称</translation>
    </message>
    <message>
      <source>none</source>
      <translation>未附</translation>
    </message>
    <message>
      <source>not in the deck</source>
      <translation>放映稿以外</translation>
    </message>
    <message>
      <source>not needed</source>
      <translation>不需要</translation>
    </message>
    <message>
      <source>not shown</source>
      <translation>未讲到</translation>
    </message>
    <message>
      <source>on the scale of</source>
      <translation>级</translation>
    </message>
    <message>
      <source>on the year</source>
      <translation>同比</translation>
    </message>
    <message>
      <source>on time</source>
      <translation>进度正常</translation>
    </message>
    <message>
      <source>opened</source>
      <translation>投用</translation>
    </message>
    <message>
      <source>over</source>
      <translation>超</translation>
    </message>
    <message>
      <source>own script</source>
      <translation>讲解词已改</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>计时已暂停</translation>
    </message>
    <message>
      <source>period</source>
      <translation>时期</translation>
    </message>
    <message>
      <source>planned</source>
      <translation>计划</translation>
    </message>
    <message>
      <source>planned {time}</source>
      <translation>计划 {time}</translation>
    </message>
    <message>
      <source>quoted words</source>
      <translation>引文</translation>
    </message>
    <message>
      <source>rank</source>
      <translation>位次</translation>
    </message>
    <message>
      <source>row {row}</source>
      <translation>第 {row} 行</translation>
    </message>
    <message>
      <source>script about {time}</source>
      <translation>讲解词约 {time}</translation>
    </message>
    <message>
      <source>see {numbers}</source>
      <translation>见 {numbers}</translation>
    </message>
    <message>
      <source>slide {number}</source>
      <translation>第 {number} 页</translation>
    </message>
    <message>
      <source>so much does not match that the check ended here; mend this first</source>
      <translation>不符之处过多，检查到此为止；请先改正以上各项</translation>
    </message>
    <message>
      <source>spent / planned {whole} · {here}</source>
      <translation>用时 / 计划 {whole} · {here}</translation>
    </message>
    <message>
      <source>stage</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>subject</source>
      <translation>主体</translation>
    </message>
    <message>
      <source>the bounds in the formula point in opposite directions, so nothing can be said</source>
      <translation>公式中的限定方向相反，无法得出结论</translation>
    </message>
    <message>
      <source>the cell is empty; {name} is needed in every row</source>
      <translation>单元格为空；每行都须填写 {name}</translation>
    </message>
    <message>
      <source>the cell is longer than {most} characters; shorten it</source>
      <translation>单元格超过 {most} 个字符，请缩短</translation>
    </message>
    <message>
      <source>the column “{name}” is missing</source>
      <translation>缺少“{name}”列</translation>
    </message>
    <message>
      <source>the column “{name}” is not known here; perhaps: {wanted}</source>
      <translation>不认识“{name}”列，可能应为：{wanted}</translation>
    </message>
    <message>
      <source>the column “{name}” stands there twice</source>
      <translation>“{name}”列重复</translation>
    </message>
    <message>
      <source>the figure “{name}” cannot be worked out in its own unit: {reason}</source>
      <translation>数据“{name}”无法按自身单位算出：{reason}</translation>
    </message>
    <message>
      <source>the figure “{name}” has no growth</source>
      <translation>数据“{name}”没有同比</translation>
    </message>
    <message>
      <source>the figure “{name}” has no value</source>
      <translation>数据“{name}”没有数值</translation>
    </message>
    <message>
      <source>the formula adds things that are measured differently</source>
      <translation>公式把计量单位不同的数据相加减</translation>
    </message>
    <message>
      <source>the formula cannot be read from “{rest}” on</source>
      <translation>公式从“{rest}”起无法识别</translation>
    </message>
    <message>
      <source>the formula divides by zero</source>
      <translation>公式中除数为零</translation>
    </message>
    <message>
      <source>the formula does not come out in the unit “{unit}”</source>
      <translation>公式的结果不是“{unit}”这一单位</translation>
    </message>
    <message>
      <source>the formula ends too early or holds two signs in a row</source>
      <translation>公式不完整，或有两个运算符相连</translation>
    </message>
    <message>
      <source>the formula is longer than {most} characters</source>
      <translation>公式超过 {most} 个字符</translation>
    </message>
    <message>
      <source>the formula is nested too deeply</source>
      <translation>公式括号层数过多</translation>
    </message>
    <message>
      <source>the formula leads back to itself</source>
      <translation>公式绕回到自身</translation>
    </message>
    <message>
      <source>the formula names the figure “{name}”, which does not exist</source>
      <translation>公式引用的数据“{name}”不存在</translation>
    </message>
    <message>
      <source>the formula of “{id}” leads back to itself</source>
      <translation>“{id}”的公式循环引用</translation>
    </message>
    <message>
      <source>the id “{id}” already stands in row {row}; give each its own</source>
      <translation>编号“{id}”与第 {row} 行重复，请各用各的编号</translation>
    </message>
    <message>
      <source>the number “{number}” stands in no figure and in no quoted words</source>
      <translation>“{number}”这个数在任何数据、任何引文中都没有</translation>
    </message>
    <message>
      <source>the number “{number}” stands in no figure; near it is “{name}” with {words} ({id})</source>
      <translation>“{number}”这个数在任何数据中都没有；与它相近的是“{name}”{words}（{id}）</translation>
    </message>
    <message>
      <source>the numbers in the formula come out too large or too long to be worked with</source>
      <translation>公式中的数过大或位数过多，无法计算</translation>
    </message>
    <message>
      <source>the pack holds more than {most} files; take out what is not part of it</source>
      <translation>简报包内文件超过 {most} 个，请移出无关文件</translation>
    </message>
    <message>
      <source>the pack holds no table; it needs at least figures.csv</source>
      <translation>简报包内没有表格，至少要有 figures.csv</translation>
    </message>
    <message>
      <source>the pack is larger than {most}; take out what is not part of it</source>
      <translation>简报包大于 {most}，请移出无关文件</translation>
    </message>
    <message>
      <source>the pack is of format {found}; this program reads format {known}</source>
      <translation>简报包格式为 {found}，本程序只能读取格式 {known}</translation>
    </message>
    <message>
      <source>the path “{path}” leads out of the pack; give one inside it, e.g. sources/a.txt</source>
      <translation>路径“{path}”指向简报包之外，请改为包内路径，如 sources/a.txt</translation>
    </message>
    <message>
      <source>the position {position} is taken by row {row}</source>
      <translation>次序 {position} 已被第 {row} 行占用</translation>
    </message>
    <message>
      <source>the quotation marks of a cell in this row do not pair; put every “"” within a quoted cell twice</source>
      <translation>此行单元格的双引号不成对；带引号的单元格中，每个 " 都要写两遍</translation>
    </message>
    <message>
      <source>the row has {found} cells, the header {wanted}</source>
      <translation>本行有 {found} 格，表头有 {wanted} 格</translation>
    </message>
    <message>
      <source>the script is {time} longer than planned</source>
      <translation>讲解词比计划多 {time}</translation>
    </message>
    <message>
      <source>the table cannot be read: {reason}</source>
      <translation>表格无法读取：{reason}</translation>
    </message>
    <message>
      <source>the table has more than {most} columns</source>
      <translation>表格超过 {most} 列</translation>
    </message>
    <message>
      <source>the table has more than {most} rows; split the pack</source>
      <translation>表格超过 {most} 行，请拆分简报包</translation>
    </message>
    <message>
      <source>the table has no header row</source>
      <translation>表格没有表头</translation>
    </message>
    <message>
      <source>the title names the figure “{id}”, which does not exist</source>
      <translation>标题引用的数据“{id}”不存在</translation>
    </message>
    <message>
      <source>the title “{title}” names a zone that no subject and no source names; is it still that of another pack?</source>
      <translation>标题“{title}”所说的区，主体和来源中都没有；是不是另一个简报包留下的标题？</translation>
    </message>
    <message>
      <source>the upper end of a range has to be larger than the value, which is its lower end</source>
      <translation>区间的上限须大于数值（即下限）</translation>
    </message>
    <message>
      <source>this show's own</source>
      <translation>本放映稿专用</translation>
    </message>
    <message>
      <source>this slide {spent} / {planned}</source>
      <translation>本页 {spent} / {planned}</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>持平</translation>
    </message>
    <message>
      <source>under construction</source>
      <translation>在建</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>up {growth} on the year</source>
      <translation>同比增长 {growth}</translation>
    </message>
    <message>
      <source>value</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>value before</source>
      <translation>原数值</translation>
    </message>
    <message>
      <source>wheel</source>
      <translation>滚轮</translation>
    </message>
    <message>
      <source>with what is said</source>
      <translation>附讲解词</translation>
    </message>
    <message>
      <source>year {period}</source>
      <translation>{period} 年度</translation>
    </message>
    <message>
      <source>{cell} is out of range; {least} to {most}</source>
      <translation>{cell} 超出范围，应在 {least} 至 {most} 之间</translation>
    </message>
    <message>
      <source>{count} characters, about {time}</source>
      <translation>{count} 字，约 {time}</translation>
    </message>
    <message>
      <source>{count} derived</source>
      <translation>推算 {count} 项</translation>
    </message>
    <message>
      <source>{count} entries of this show have no source or do not match it:</source>
      <translation>本次放映有 {count} 处内容未附来源或与出处不符：</translation>
    </message>
    <message>
      <source>{count} faults</source>
      <translation>共 {count} 处问题</translation>
    </message>
    <message>
      <source>{count} faults, the first: {fault}</source>
      <translation>共 {count} 处问题，第一处：{fault}</translation>
    </message>
    <message>
      <source>{count} hidden slides are in the file and stay hidden there</source>
      <translation>文件中含 {count} 张隐藏的幻灯片，仍为隐藏</translation>
    </message>
    <message>
      <source>{count} hidden slides are left out</source>
      <translation>已略去 {count} 张隐藏的幻灯片</translation>
    </message>
    <message>
      <source>{count} labels have no room at this zoom: {stages}</source>
      <translation>此比例下有 {count} 项标注放不下：{stages}</translation>
    </message>
    <message>
      <source>{count} later ▶</source>
      <translation>更晚 {count} 项 ▶</translation>
    </message>
    <message>
      <source>{count} more rows are not listed here; the XLSX workbook of this pack has all.</source>
      <translation>另有 {count} 行未列入，全部内容见本简报包导出的 XLSX 工作簿。</translation>
    </message>
    <message>
      <source>{count} more…</source>
      <translation>另有 {count} 类…</translation>
    </message>
    <message>
      <source>{count} not matching the source</source>
      <translation>{count} 处与出处不符</translation>
    </message>
    <message>
      <source>{count} pictures were written into {folder}.</source>
      <translation>已将 {count} 张图片写入 {folder}。</translation>
    </message>
    <message>
      <source>{count} selected</source>
      <translation>已选 {count} 项</translation>
    </message>
    <message>
      <source>{count} slides</source>
      <translation>共 {count} 页</translation>
    </message>
    <message>
      <source>{count} slides · {time}</source>
      <translation>{count} 页 · {time}</translation>
    </message>
    <message>
      <source>{count} slides, which stay together</source>
      <translation>共 {count} 页，一起移动</translation>
    </message>
    <message>
      <source>{count} texts have no translation in the pack and stay Chinese</source>
      <translation>简报包中有 {count} 处文字没有译文，仍为中文</translation>
    </message>
    <message>
      <source>{count} without a source</source>
      <translation>{count} 处未附来源</translation>
    </message>
    <message>
      <source>{count} worked out from figures without proof</source>
      <translation>{count} 项据未证实的数据推算</translation>
    </message>
    <message>
      <source>{figures} figures: {proved} proved, {proved_but} proved in part, {derived} derived, {unsourced} without a source, {mismatched} not matching their source</source>
      <translation>数据 {figures} 条：与出处一致 {proved} 条，部分一致 {proved_but} 条，推算 {derived} 条，未附来源 {unsourced} 条，与出处不符 {mismatched} 条</translation>
    </message>
    <message>
      <source>{file} has to hold one JSON object</source>
      <translation>{file} 应为一个 JSON 对象</translation>
    </message>
    <message>
      <source>{file} is no valid JSON: {reason}</source>
      <translation>{file} 不是有效的 JSON：{reason}</translation>
    </message>
    <message>
      <source>{growth} on the year before</source>
      <translation>同比{growth}</translation>
    </message>
    <message>
      <source>{indicator} ({unit})</source>
      <translation>{indicator}（{unit}）</translation>
    </message>
    <message>
      <source>{label} ({status})</source>
      <translation>{label}（{status}）</translation>
    </message>
    <message>
      <source>{label} in {period}</source>
      <translation>{period}{label}</translation>
    </message>
    <message>
      <source>{label}: {formula} = {words}</source>
      <translation>{label}：{formula} = {words}</translation>
    </message>
    <message>
      <source>{label}: {words}</source>
      <translation>{label}：{words}</translation>
    </message>
    <message>
      <source>{minutes}, as the pack plans it</source>
      <translation>{minutes}（简报包的计划）</translation>
    </message>
    <message>
      <source>{months} months</source>
      <translation>{months} 个月</translation>
    </message>
    <message>
      <source>{name} is written.</source>
      <translation>已写好 {name}。</translation>
    </message>
    <message>
      <source>{name}: {parts}</source>
      <translation>{name}：{parts}</translation>
    </message>
    <message>
      <source>{number} and a share do not go together; the whole of a share is 1, so write 1 - share</source>
      <translation>{number} 不能与占比相加减；占比的整体是 1，应写作 1 - 占比</translation>
    </message>
    <message>
      <source>{options}: not for a file of this kind.</source>
      <translation>{options}：不适用于这种文件。</translation>
    </message>
    <message>
      <source>{own} in use; {count} families in all</source>
      <translation>正在使用 {own}，共有 {count} 种字体</translation>
    </message>
    <message>
      <source>{page} {shown}/{every}</source>
      <translation>{page} {shown}/{every} 页</translation>
    </message>
    <message>
      <source>{page}: {count} exhibits in {ms} ms</source>
      <translation>{page}：{count} 个图表，{ms} 毫秒</translation>
    </message>
    <message>
      <source>{parts}: agrees</source>
      <translation>{parts}一致</translation>
    </message>
    <message>
      <source>{projects} projects, {milestones} milestones, {facilities} facilities, {programmes} programmes</source>
      <translation>项目 {projects} 个，节点 {milestones} 个，设施 {facilities} 处，机制 {programmes} 项</translation>
    </message>
    <message>
      <source>{proved} proved · {proved_but} in part · {derived} derived · {unsourced} without a source · {mismatched} mismatched</source>
      <translation>一致 {proved} · 部分一致 {proved_but} · 推算 {derived} · 未附来源 {unsourced} · 不符 {mismatched}</translation>
    </message>
    <message>
      <source>{proved} proved, {proved_but} proved in part, {derived} derived, {unsourced} without a source, {mismatched} not matching their source</source>
      <translation>与出处一致 {proved} 条，部分一致 {proved_but} 条，推算 {derived} 条，未附来源 {unsourced} 条，与出处不符 {mismatched} 条</translation>
    </message>
    <message>
      <source>{said} They do not say the {parts}.</source>
      <translation>{said}引文未载{parts}。</translation>
    </message>
    <message>
      <source>{stage} ({note})</source>
      <translation>{stage}（{note}）</translation>
    </message>
    <message>
      <source>{subject}: {label}</source>
      <translation>{subject}：{label}</translation>
    </message>
    <message>
      <source>{table}.csv, row {row}, {column}: “{cell}” was read as {plain}, and {count} more spellings likewise.</source>
      <translation>{table}.csv，第 {row} 行，{column}：“{cell}”已按 {plain} 读取，另有 {count} 种写法同样处理。</translation>
    </message>
    <message>
      <source>{table}.csv, row {row}, {column}: “{cell}” was read as {plain}.</source>
      <translation>{table}.csv，第 {row} 行，{column}：“{cell}”已按 {plain} 读取。</translation>
    </message>
    <message>
      <source>{table}.csv: the app does not know the column “{name}”; take it out.</source>
      <translation>{table}.csv：程序不认识“{name}”这一列，请将其删除。</translation>
    </message>
    <message>
      <source>{time} ahead</source>
      <translation>进度提前 {time}</translation>
    </message>
    <message>
      <source>{time} behind</source>
      <translation>进度落后 {time}</translation>
    </message>
    <message>
      <source>{title} (continued)</source>
      <translation>{title}（续）</translation>
    </message>
    <message>
      <source>{title} ({part}/{parts})</source>
      <translation>{title}（{part}/{parts}）</translation>
    </message>
    <message>
      <source>{title} · ZoneBrief</source>
      <translation>{title} · 经开简报</translation>
    </message>
    <message>
      <source>{title}, menu</source>
      <translation>{title}，菜单</translation>
    </message>
    <message>
      <source>{unit} converts to {other} only by rounding</source>
      <translation>{unit}换算为{other}须舍入</translation>
    </message>
    <message>
      <source>{unit} does not convert to {other}</source>
      <translation>{unit}不能换算为{other}</translation>
    </message>
    <message>
      <source>“{cell}” is neither true nor false</source>
      <translation>“{cell}”既不是 true 也不是 false</translation>
    </message>
    <message>
      <source>“{cell}” is no id: letters, digits, “_” and “-” only, without spaces</source>
      <translation>“{cell}”不能作编号；只用字母、数字、“_”和“-”，不含空格</translation>
    </message>
    <message>
      <source>“{cell}” is no plain number; write digits and a decimal point only, e.g. 1.66</source>
      <translation>“{cell}”不是数字；只写数字和小数点，如 1.66</translation>
    </message>
    <message>
      <source>“{cell}” is no whole number; e.g. 3</source>
      <translation>“{cell}”不是整数，应如 3</translation>
    </message>
    <message>
      <source>“{cell}” is not known here; one of: {choices}</source>
      <translation>“{cell}”不在可选范围内，应为其中之一：{choices}</translation>
    </message>
    <message>
      <source>“{date}” ends before it starts; write the earlier date first</source>
      <translation>“{date}”结束早于开始，请把较早的日期写在前面</translation>
    </message>
    <message>
      <source>“{date}” is no date; e.g. 2024, 2024-06, 2024-06-05, 2024-12~ or 2024-06/2024-08</source>
      <translation>“{date}”不是日期，应如 2024、2024-06、2024-06-05、2024-12~ 或 2024-06/2024-08</translation>
    </message>
    <message>
      <source>“{date}” names no date; write at least one, e.g. ../2025-02</source>
      <translation>“{date}”没有写出日期，至少写一个，如 ../2025-02</translation>
    </message>
    <message>
      <source>“{date}”: no day {day}; write 01 to {last}</source>
      <translation>“{date}”：没有 {day} 日，应写 01 至 {last}</translation>
    </message>
    <message>
      <source>“{date}”: no month {month}; write 01–12, or without a day 21–24, 33–36, 40–41</source>
      <translation>“{date}”：没有 {month} 月，应写 01–12；不写日时也可写 21–24、33–36、40–41</translation>
    </message>
    <message>
      <source>“{date}”: no year 0000; write 0001 to 9999</source>
      <translation>“{date}”：没有 0000 年，应写 0001 至 9999</translation>
    </message>
    <message>
      <source>“{date}…” is too long for a date; write e.g. 2024-06</source>
      <translation>“{date}…”过长，日期应如 2024-06</translation>
    </message>
    <message>
      <source>“{id}” in {unit} and “{other}” in {other_unit} have no scale in common; show them in two panels</source>
      <translation>“{id}”（{unit}）与“{other}”（{other_unit}）没有共同的尺度，请分两个图表</translation>
    </message>
    <message>
      <source>“{id}” is its own parent, directly or through others</source>
      <translation>“{id}”直接或间接成了自己的上级</translation>
    </message>
    <message>
      <source>“{id}” is not in {table}; add it there or correct it here</source>
      <translation>{table} 中没有“{id}”，请在该表补上或在此改正</translation>
    </message>
    <message>
      <source>“{key}” in {file} has to be a short text of one line</source>
      <translation>{file} 中的“{key}”应为一行简短文字</translation>
    </message>
    <message>
      <source>“{name}” cannot be written: it is open in another program, or the place is read-only. Close it there or choose another place.</source>
      <translation>无法写入“{name}”：该文件正在其他程序中打开，或所在位置只读。请先关闭该文件，或另选位置。</translation>
    </message>
    <message>
      <source>“{name}” could not be shown ({reason}); what was open stays.</source>
      <translation>“{name}”未能显示（{reason}）；原先打开的内容保持不变。</translation>
    </message>
    <message>
      <source>“{name}” could not be written: {reason}</source>
      <translation>未能写入“{name}”：{reason}</translation>
    </message>
    <message>
      <source>“{name}” has no quoted words</source>
      <translation>“{name}”没有引文</translation>
    </message>
    <message>
      <source>“{name}” has no source</source>
      <translation>“{name}”没有出处</translation>
    </message>
    <message>
      <source>“{name}” has one fault and was not opened; what was open stays.</source>
      <translation>“{name}”有 1 处问题，未能打开；原先打开的内容保持不变。</translation>
    </message>
    <message>
      <source>“{name}” has {count} faults and was not opened; what was open stays.</source>
      <translation>“{name}”有 {count} 处问题，未能打开；原先打开的内容保持不变。</translation>
    </message>
    <message>
      <source>“{name}” is kept in the pack.</source>
      <translation>放映稿“{name}”已存入简报包。</translation>
    </message>
    <message>
      <source>“{name}” is said to be done, but {date} is after {as_of}; correct the date or the status</source>
      <translation>“{name}”写作已完成，但 {date}在 {as_of}之后；请更正日期或状态</translation>
    </message>
    <message>
      <source>“{name}” is there already and will be replaced.</source>
      <translation>“{name}”已存在，将被替换。</translation>
    </message>
    <message>
      <source>“{name}” shows nothing</source>
      <translation>“{name}”没有内容</translation>
    </message>
    <message>
      <source>“{name}” was changed and is not kept yet.</source>
      <translation>“{name}”有改动，尚未保存。</translation>
    </message>
    <message>
      <source>“{name}” was changed in the slide list and is not kept yet.</source>
      <translation>“{name}”在放映稿窗口中有改动，尚未保存。</translation>
    </message>
    <message>
      <source>“{name}” was planned for {date}, which was over before {as_of}; is it done, and when?</source>
      <translation>“{name}”原计划 {date}，到 {as_of}时限已过；请核实是否完成、何时完成</translation>
    </message>
    <message>
      <source>“{name}”: the quoted words do not say the {parts}</source>
      <translation>“{name}”：引文未载{parts}</translation>
    </message>
    <message>
      <source>“{panel}” is no panel; write page/position, e.g. industry/1</source>
      <translation>没有图表“{panel}”，应写作 页签/次序，如 industry/1</translation>
    </message>
    <message>
      <source>“{path}” cannot be read: {reason}</source>
      <translation>“{path}”无法读取：{reason}</translation>
    </message>
    <message>
      <source>“{path}” cannot be written: {reason}</source>
      <translation>“{path}”无法写入：{reason}</translation>
    </message>
    <message>
      <source>“{path}” could not be read back as it was written, so nothing was replaced; choose another place.</source>
      <translation>“{path}”写入后读回核对不一致，原有文件未作替换，请另选位置。</translation>
    </message>
    <message>
      <source>“{path}” does not exist; check the name and the place</source>
      <translation>“{path}”不存在，请核对名称和位置</translation>
    </message>
    <message>
      <source>“{path}” holds NUL bytes, so it is no text; save it as CSV UTF-8</source>
      <translation>“{path}”含有空字节，不是文本；请另存为 CSV UTF-8</translation>
    </message>
    <message>
      <source>“{path}” holds signs that cannot be shown, such as U+{code}; they were left out.</source>
      <translation>“{path}”含有无法显示的字符（如 U+{code}），已忽略。</translation>
    </message>
    <message>
      <source>“{path}” in the pack is damaged; get a new copy of the pack</source>
      <translation>包内“{path}”已损坏，请重新取得简报包</translation>
    </message>
    <message>
      <source>“{path}” is a link; put the file itself into the pack</source>
      <translation>“{path}”是链接，请把文件本身放入包内</translation>
    </message>
    <message>
      <source>“{path}” is a pipe or a device, not a file; put an ordinary file in its place</source>
      <translation>“{path}”是管道或设备，不是普通文件；请换成普通文件</translation>
    </message>
    <message>
      <source>“{path}” is being saved by another program (since {time}); wait a moment and save again.</source>
      <translation>“{path}”正由其他程序保存（始于 {time}），请稍候再保存。</translation>
    </message>
    <message>
      <source>“{path}” is being saved by {who} on the computer {host} (since {time}); wait a moment and save again.</source>
      <translation>“{path}”正由用户“{who}”在计算机“{host}”上保存（始于 {time}），请稍候再保存。</translation>
    </message>
    <message>
      <source>“{path}” is in a place where nothing can be written; copy the pack to one of your own.</source>
      <translation>“{path}”所在的位置不能写入，请把简报包复制到自己的文件夹后再试。</translation>
    </message>
    <message>
      <source>“{path}” is larger than {most}; split it or take something out</source>
      <translation>“{path}”大于 {most}，请拆分或删减</translation>
    </message>
    <message>
      <source>“{path}” is locked with a password; save the pack without one</source>
      <translation>“{path}”设有密码，请去掉密码后重新保存</translation>
    </message>
    <message>
      <source>“{path}” is neither .txt nor .md</source>
      <translation>“{path}”不是 .txt 或 .md 文件</translation>
    </message>
    <message>
      <source>“{path}” is neither UTF-8 nor GB18030; save it as CSV UTF-8</source>
      <translation>“{path}”既不是 UTF-8 也不是 GB18030 编码，请另存为 CSV UTF-8</translation>
    </message>
    <message>
      <source>“{path}” is neither a pack folder nor a .zonebrief file, or it is damaged; get a new copy</source>
      <translation>“{path}”不是简报包文件夹或 .zonebrief 文件，或已损坏；请重新取得</translation>
    </message>
    <message>
      <source>“{path}” is no longer there; another briefing is shown.</source>
      <translation>“{path}”已不在原处，现显示另一份简报。</translation>
    </message>
    <message>
      <source>“{path}” is no pack: it holds no {file}</source>
      <translation>“{path}”不是简报包：其中没有 {file}</translation>
    </message>
    <message>
      <source>“{path}” is not UTF-8; it was read as GB18030.</source>
      <translation>“{path}”不是 UTF-8 编码，已按 GB18030 读取。</translation>
    </message>
    <message>
      <source>“{path}” is not a table of a pack and was not read</source>
      <translation>“{path}”不是简报包的表，未读取</translation>
    </message>
    <message>
      <source>“{path}” is not empty; choose another folder.</source>
      <translation>“{path}”不是空文件夹，请另选一个。</translation>
    </message>
    <message>
      <source>“{path}” is not in the pack</source>
      <translation>包内没有“{path}”</translation>
    </message>
    <message>
      <source>“{path}” is open in another program or write-protected; close it there and try again.</source>
      <translation>“{path}”正被其他程序打开或设为只读，请关闭后再试。</translation>
    </message>
    <message>
      <source>“{path}” is packed in a way that is not opened; make an ordinary zip file of the pack (method Deflate)</source>
      <translation>“{path}”的压缩方式不受支持；请把简报包重新压缩成普通 zip 文件（Deflate 方式）</translation>
    </message>
    <message>
      <source>“{path}” stands in the pack twice, perhaps in other letters; take one of them out</source>
      <translation>“{path}”在简报包中出现了两次（可能仅大小写或字形写法不同）；请去掉其中一个</translation>
    </message>
    <message>
      <source>“{path}” unpacks to more than {most} times its size; such files are not opened</source>
      <translation>“{path}”解压后超过原大小的 {most} 倍，此类文件不予打开</translation>
    </message>
    <message>
      <source>“{path}” was changed in another program; read it again first.</source>
      <translation>“{path}”已被其他程序改动，请先重新读取。</translation>
    </message>
    <message>
      <source>“{quote}”</source>
      <translation>“{quote}”</translation>
    </message>
    <message>
      <source>“{stage}” is planned before “{done}” (row {row}), which is done already; check date and status</source>
      <translation>计划中的“{stage}”早于已完成的“{done}”（第 {row} 行），请核对日期和状态</translation>
    </message>
    <message>
      <source>“{title}” {published}</source>
      <translation>《{title}》{published}</translation>
    </message>
    <message>
      <source>“{typed}” is no number of minutes from 0 to {most}.</source>
      <translation>“{typed}”不是 0 至 {most} 之间的分钟数。</translation>
    </message>
    <message>
      <source>“{unit}” is no unit that is known; e.g. 亿元, 万元, 亿美元, %, 个, 户</source>
      <translation>“{unit}”不是已知的单位；例如 亿元、万元、亿美元、%、个、户</translation>
    </message>
    <message>
      <source>“{unit}” is no unit that is known; near it are {near}</source>
      <translation>不认识单位“{unit}”，相近的有 {near}</translation>
    </message>
    <message>
      <source>“{zone}” is named here, but the briefing is that of “{title}”; correct it, or add it to the subjects</source>
      <translation>这里写的是“{zone}”，而简报是“{title}”的；请更正，确实要提到它时请加入主体</translation>
    </message>
    <message>
      <source>◀ {count} earlier</source>
      <translation>◀ 更早 {count} 项</translation>
    </message>
  </context>
</TS>
