package io.understudy.jobs.quickstart;

import java.util.List;

/** An invented vehicle model, which determines its make: list price, and how much thieves like it (1 is average). */
record Model(String make, String name, int price, double appeal) {
    static final List<Model> ALL = List.of(
            new Model("Arvento", "Piko", 12_500, 0.6),
            new Model("Arvento", "Lira", 16_900, 0.8),
            new Model("Arvento", "Marea", 22_400, 0.8),
            new Model("Borealis", "Fjord", 31_000, 1.1),
            new Model("Borealis", "Tundra X", 46_500, 1.9),
            new Model("Borealis", "Skerry", 25_800, 0.9),
            new Model("Castell", "Uno-S", 10_900, 0.5),
            new Model("Castell", "Domo", 14_700, 0.6),
            new Model("Castell", "Cargo", 19_900, 1.4),
            new Model("Dynamo", "E1", 27_900, 0.4),
            new Model("Dynamo", "E3", 38_500, 0.5),
            new Model("Dynamo", "E5 Max", 57_000, 0.7),
            new Model("Helion", "Corva", 21_300, 1.0),
            new Model("Helion", "Corva GT", 34_900, 2.6),
            new Model("Helion", "Nomad", 29_700, 1.3),
            new Model("Kestrel", "K2", 48_000, 1.8),
            new Model("Kestrel", "K4", 66_000, 2.2),
            new Model("Kestrel", "K8 Regent", 98_000, 2.9),
            new Model("Mistral", "Brise", 15_600, 0.7),
            new Model("Mistral", "Tramont", 23_900, 0.9),
            new Model("Mistral", "Levant", 33_200, 1.2),
            new Model("Tanaro", "Minna", 11_800, 0.5),
            new Model("Tanaro", "Sora", 18_400, 0.8),
            new Model("Tanaro", "Yama 4x4", 36_700, 2.1));
}
