/// Which elements of a page are no part of its story, by what they are and what they are called.
struct HTMLFurniture {
    private let tree: HTMLTree
    /// For every element, the letters inside it; of all, most are the story's.
    private let letters: [Int]

    init(_ tree: HTMLTree) {
        self.tree = tree
        var letters = [Int](repeating: 0, count: tree.elements.count)
        // Children have higher numbers than their parents.
        for (index, element) in tree.elements.enumerated().reversed() {
            if !Self.alwaysOut.contains(element.name) {
                for case .text(let range) in element.children { letters[index] += range.count }
                if index > 0 { letters[element.parent] += letters[index] }
            }
        }
        self.letters = letters
    }

    func isLeftOut(_ index: Int) -> Bool {
        let element = tree.elements[index], attributes = element.attributes
        if Self.alwaysOut.contains(element.name) { return true }
        if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
        if let style = attributes["style"]?.filter({ $0 != " " }), style.contains("display:none") { return true }
        // What holds most of the page is the page, whatever it is called: <body class="has-sidebar">.
        if letters[index] * 2 > letters[0] { return false }
        if Self.out.contains(element.name) { return true }
        if element.name == "header" { return !holdsTitle(index) && !isNested(index) }
        if let role = attributes["role"], Self.roles.contains(role) { return !holdsTitle(index) }
        if element.name == "sup", attributes["class"]?.contains("reference") ?? false { return true }
        if ["article", "main", "body", "html"].contains(element.name), !isNested(index) { return false }
        return Self.words(attributes["class"]).union(Self.words(attributes["id"])).contains { Self.names.contains($0) }
            && !holdsTitle(index)
    }

    /// Whether it is inside an article.
    private func isNested(_ index: Int) -> Bool {
        var at = tree.elements[index].parent
        while at != 0 {
            if tree.elements[at].name == "article" { return true }
            at = tree.elements[at].parent
        }
        return false
    }

    private func holdsTitle(_ index: Int) -> Bool {
        tree.elements[index].children.contains { child in
            guard case .element(let inner) = child else { return false }
            return tree.elements[inner].name == "h1" || holdsTitle(inner)
        }
    }

    /// The words of a class list: "article-shareBar" is of article, share, bar.
    private static func words(_ names: String?) -> Set<String> {
        guard let names else { return [] }
        var words: Set<String> = [], word = "", wasLower = false
        for scalar in names.unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic
            if !isLetter || scalar.properties.isUppercase && wasLower {
                words.insert(word.lowercased())
                word = ""
            }
            if isLetter { word.unicodeScalars.append(scalar) }
            wasLower = scalar.properties.isLowercase
        }
        words.insert(word.lowercased())
        return words
    }

    private static let alwaysOut: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "head", "title", "iframe", "object", "embed", "video", "audio", "canvas",
        "textarea", "select", "button", "map", "noframes",
    ]
    private static let out: Set<String> = ["nav", "footer", "aside", "form", "dialog", "menu", "fieldset"]
    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert", "toolbar", "form",
        "tablist",
    ]
    private static let names: Set<String> = [
        "nav", "navbar", "navigation", "menu", "submenu", "sidebar", "footer", "breadcrumb", "breadcrumbs", "share", "sharing", "sharebar",
        "social", "related", "recommended", "recommendations", "trending", "popular", "comment", "comments", "disqus", "advert",
        "advertisement", "ad", "ads", "banner", "promo", "promotion", "sponsor", "sponsored", "cookie", "cookies", "consent", "newsletter",
        "subscribe", "subscription", "signup", "login", "popup", "modal", "toolbar", "pagination", "pager", "tags", "byline", "author",
        "authors", "noprint", "masthead", "search", "poll", "copyright", "outbrain", "taboola", "mostread", "mostviewed", "readmore",
        "shortlink", "skip", "toc", "editsection", "catlinks",
    ]
}
