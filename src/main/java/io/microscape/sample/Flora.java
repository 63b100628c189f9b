package io.microscape.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Plants that are common in Chongqing's streets and gardens, Chinese and scientific name. */
final class Flora {
    static final List<String> TREES = List.of(
            "黄葛树 Ficus virens",
            "榕树 Ficus microcarpa",
            "樟 Camphora officinarum",
            "桂花 Osmanthus fragrans",
            "银杏 Ginkgo biloba",
            "荷花木兰 Magnolia grandiflora",
            "天竺桂 Cinnamomum japonicum",
            "蓝花楹 Jacaranda mimosifolia",
            "复羽叶栾 Koelreuteria bipinnata",
            "朴树 Celtis sinensis",
            "紫薇 Lagerstroemia indica",
            "紫叶李 Prunus cerasifera 'Atropurpurea'");
    private static final List<String> UNDERSTOREY = List.of(
            "山茶 Camellia japonica",
            "锦绣杜鹃 Rhododendron × pulchrum",
            "红花檵木 Loropetalum chinense var. rubrum",
            "小蜡 Ligustrum sinense",
            "海桐 Pittosporum tobira",
            "八角金盘 Fatsia japonica",
            "南天竹 Nandina domestica",
            "栀子 Gardenia jasminoides",
            "月季花 Rosa chinensis",
            "鹅掌柴 Heptapleurum heptaphyllum",
            "沿阶草 Ophiopogon bodinieri",
            "麦冬 Ophiopogon japonicus",
            "吉祥草 Reineckea carnea",
            "肾蕨 Nephrolepis cordifolia",
            "葱莲 Zephyranthes candida",
            "美人蕉 Canna indica",
            "鸢尾 Iris tectorum",
            "结缕草 Zoysia japonica");

    private Flora() {}

    /** Distinct taxa: about a third of them trees, at least one. */
    static List<String> taxa(int count, Random random) {
        int trees = Math.min(TREES.size(), Math.max(1, Math.round(count / 3f)));
        List<String> taxa = new ArrayList<>(some(TREES, trees, random));
        taxa.addAll(some(UNDERSTOREY, count - trees, random));
        return taxa;
    }

    private static List<String> some(List<String> names, int count, Random random) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }
}
