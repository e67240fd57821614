# METADATA
# title: 第四十八条 回避的决定
package public_official_sanctions.v2020.articles.a48

# METADATA
# title: 由谁决定回避
# description: Who decides on recusal in a case of the supervision organs; for a 安全生产委员会 the measures name no one.
# custom:
#   provision: public_official_sanctions__art_48__para_1
#   modality: must
#   class: M
#   quote: 监察机关负责人的回避，由上级监察机关决定；其他参与违法案件调查、处理人员的回避，由监察机关负责人决定。
#   reason: 本条只规定监察机关办理的案件由谁决定回避；安全生产委员会的调查由谁决定，本办法没有规定。
without_rule[rego.metadata.rule().custom.provision] := "renvoi"
