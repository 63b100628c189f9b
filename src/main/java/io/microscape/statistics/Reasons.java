package io.microscape.statistics;

import io.microscape.study.LocalizedText;
import java.util.List;
import java.util.stream.Collectors;

/** Why a number cannot be given. */
final class Reasons {
    private Reasons() {}

    static LocalizedText tooFew(int n, int fewest) {
        if (n == 0) {
            return new LocalizedText("no space has a value", "没有空间具有该数值");
        }
        return new LocalizedText(
                "only " + n + (n == 1 ? " space has" : " spaces have") + " all values, at least " + fewest
                        + " are needed",
                "仅 " + n + " 个空间数据齐全，至少需要 " + fewest + " 个");
    }

    static LocalizedText constant(Variable variable) {
        return new LocalizedText(
                variable.title().en() + " is the same in all spaces",
                "各空间的" + variable.title().zh() + "均相同");
    }

    static LocalizedText collinear(List<Variable> variables) {
        return new LocalizedText(
                variables.stream().map(variable -> variable.title().en()).collect(Collectors.joining(", "))
                        + ": each follows exactly from the others (collinear)",
                variables.stream().map(variable -> variable.title().zh()).collect(Collectors.joining("、"))
                        + "之间完全共线，可由彼此线性推出");
    }

    static LocalizedText noPredictor() {
        return new LocalizedText("no index has values", "没有可用的指标");
    }

    static LocalizedText allIslands() {
        return new LocalizedText("no space has a neighbour within the distance", "在该距离内没有任何空间有邻居");
    }
}
