# METADATA
# title: 第一条 目的和依据
package hubei_joint_accountability.v2020.articles.a01

# METADATA
# title: 目的和依据
# description: Purpose and legal bases; the text leans on the Work Safety Law and the Party's accountability regulations.
# custom:
#   provision: art_1__para_1
#   modality: declarative
#   class: N
#   quote: 为了建立健全“党政同责、一岗双责、齐抓共管、失职追责”的安全生产责任体系，落实全省各级党委和政府安全生产领导责任、部门监管责任，确保人民群众生命财产安全，促进安全发展，依据《中华人民共和国安全生产法》等法律法规和《中国共产党问责条例》等党内法规规定，结合湖北实际，制定本办法。
#   reason: 说明目的和依据，没有可以适用于个案的条件或者后果。
without_rule[rego.metadata.rule().custom.provision] := "non_operative"
