/// How large a `LetterNetwork` is, and where in its parameters, counted in lanes, each of its tables starts.
struct NetworkShape: Equatable, Sendable {
    /// The width of what is told of a letter, in lanes.
    var input = 1
    /// The width of the memory of one direction, in lanes.
    var memory = 2
    /// How many letters there are.
    var letters: Int
    /// How many numbers an element has for each letter.
    var numbers: Int
    /// How many symbols may be chosen, those of all letters together.
    var symbols: Int

    static let lane = Lanes.scalarCount
    /// Numbers that an element may tell of a letter.
    static let sounds = 256

    /// What the network is told of a letter: its row of the table of letters, and rows for each view of the elements over it.
    var inputWidth: Int { input * Self.lane }
    var memoryWidth: Int { memory * Self.lane }
    /// What the choices are made from: the memories of both directions, and the input.
    var output: Int { 2 * memory + input }
    private var symbolLanes: Int { (symbols + Self.lane - 1) / Self.lane }

    /// One view's tables: a row for each number of an element's letter, and one for each quality.
    private var view: Int { (numbers * Self.sounds + ElementEvidence.qualities) * input }
    private var direction: Int { 3 * memory * (inputWidth + memoryWidth) + 4 * memory }

    func row(ofLetter letter: UInt8) -> Int { Int(letter) * input }
    func row(ofView view: Int, number: Int, sound: Int) -> Int {
        letters * input + view * self.view + (number * Self.sounds + sound) * input
    }
    func row(ofView view: Int, quality: Int) -> Int { row(ofView: view, number: numbers, sound: quality) }

    /// The view that a row tells of; `nil` for a letter's row.
    func view(ofRow row: Int) -> Int? { row < letters * input ? nil : (row - letters * input) / view }

    private func start(_ direction: Int) -> Int { letters * input + ElementEvidence.views * view + direction * self.direction }
    /// From the input to the gates; for each lane of gates and each number of the input, the weights of the three gates stand together.
    func inputWeights(_ direction: Int) -> Int { start(direction) }
    /// From the memory to the gates.
    func memoryWeights(_ direction: Int) -> Int { start(direction) + 3 * memory * inputWidth }
    /// What is added to the gates, and then what is added to the new memory's share of the old one.
    func biases(_ direction: Int) -> Int { start(direction) + 3 * memory * (inputWidth + memoryWidth) }

    var symbolWeights: Int { start(2) }
    var symbolBiases: Int { symbolWeights + symbols * output }
    /// How many lanes of parameters there are.
    var count: Int { symbolBiases + symbolLanes }
}
